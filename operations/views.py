"""The import of documents in the admin: upload, report, correction, confirmation, result."""

from django.contrib import messages
from django.core.paginator import Paginator
from django.shortcuts import get_object_or_404, redirect
from django.template.response import TemplateResponse
from django.urls import reverse, reverse_lazy
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext, gettext_lazy
from django.views.generic import FormView, TemplateView, UpdateView
from wagtail.admin.views.generic.base import WagtailAdminTemplateMixin

from operations.archives import LARGEST_ARCHIVE, MOST_ENTRIES
from operations.batches import ImportBatch, ImportItem
from operations.forms import ItemForm, UploadForm, kind_choices
from operations.intake import KEPT, choose, confirm, receive
from operations.pictures import LARGEST_PICTURE
from operations.sources import LARGEST_FILE
from operations.wording import recognised_lines

PERMISSION = "operations.add_importbatch"
MEGABYTE = 1_000_000
DOCUMENTS_A_PAGE = 100
LATEST_BATCHES = 20


def may_import(user) -> bool:
    return user.has_perm(PERMISSION)


class ImportView(WagtailAdminTemplateMixin):
    """What the screens of the import share: who may open them, and where they stand."""

    page_title = gettext_lazy("Import documents")
    header_icon = "download"
    _show_breadcrumbs = True

    def dispatch(self, request, *args, **kwargs):
        if not may_import(request.user):
            return TemplateResponse(request, "operations/import_refused.html", status=403)
        return super().dispatch(request, *args, **kwargs)

    def get_breadcrumbs_items(self):
        index = {"url": reverse("operations_import"), "label": ImportView.page_title}
        return [*self.breadcrumbs_items, index, {"url": "", "label": self.get_page_title()}]

    def batch(self) -> ImportBatch:
        """Return the upload of the address; nobody sees another person's."""
        batches = ImportBatch.objects.filter(user=self.request.user)
        return get_object_or_404(batches, pk=self.kwargs["pk"])


class UploadView(ImportView, FormView):
    """Upload files, and find one's own uploads again."""

    form_class = UploadForm
    template_name = "operations/import_upload.html"

    def get_breadcrumbs_items(self):
        return [*self.breadcrumbs_items, {"url": "", "label": self.page_title}]

    def get_context_data(self, **kwargs):
        return {
            **super().get_context_data(**kwargs),
            "largest_file": LARGEST_FILE // MEGABYTE,
            "largest_archive": LARGEST_ARCHIVE // MEGABYTE,
            "most_entries": MOST_ENTRIES,
            "largest_picture": LARGEST_PICTURE // MEGABYTE,
            "kept_days": KEPT.days,
            "batches": ImportBatch.objects.filter(user=self.request.user)[:LATEST_BATCHES],
        }

    def form_valid(self, form):
        data = form.cleaned_data
        batch = receive(self.request.user, data["files"], data["locale"])
        return redirect("operations_import_batch", batch.pk)


class BatchView(ImportView, TemplateView):
    """The documents of an upload: before it is confirmed, meanwhile, and after."""

    template_name = "operations/import_batch.html"

    def get_page_title(self):
        uploaded = timezone.localtime(self.batch().created_at)
        day = date_format(uploaded, "SHORT_DATETIME_FORMAT")
        return gettext("Upload of %(day)s") % {"day": day}

    def get_context_data(self, **kwargs):
        batch = self.batch()
        files = batch.files.defer("data")
        items = (
            ImportItem.objects.filter(file__batch=batch).select_related("file").defer("file__data")
        )
        page = Paginator(items, DOCUMENTS_A_PAGE).get_page(self.request.GET.get("p"))
        kinds = dict(kind_choices())
        for item in page:
            item.kind_name = kinds[item.kind]
        is_read = batch.state == ImportBatch.State.READING
        wanted = items.filter(is_wanted=True)
        todo = files.count() if is_read else wanted.count()
        left = files.filter(is_read=False) if is_read else wanted.filter(outcome="")
        return {
            **super().get_context_data(**kwargs),
            "batch": batch,
            "items": page,
            "unread": files.exclude(error=""),
            "pictures": files.filter(is_shown=True).count(),
            "kept_days": KEPT.days,
            "todo": todo,
            "done": todo - left.count(),
        }

    def post(self, request, *args, **kwargs):
        """Keep what was chosen on this page of the list; then go to another, confirm, or forget."""
        batch = self.batch()
        if "forget" in request.POST:
            batch.delete()
            messages.success(request, gettext("The upload was deleted; its drafts stay."))
            return redirect("operations_import")
        chosen = {int(pk) for pk in request.POST.getlist("item") if pk.isdecimal()}
        shown = {int(pk) for pk in request.POST.getlist("shown") if pk.isdecimal()}
        choose(batch, shown, chosen)
        address = reverse("operations_import_batch", args=[batch.pk])
        other = request.POST.get("p", "")
        if other.isdecimal():
            return redirect(f"{address}?p={other}")
        confirm(batch)
        return redirect(address)


class ItemView(ImportView, UpdateView):
    """The whole report on a document, and the correction of its type or parent."""

    form_class = ItemForm
    template_name = "operations/import_item.html"
    context_object_name = "item"
    success_url = reverse_lazy("operations_import")

    def get_object(self, queryset=None):
        items = ImportItem.objects.filter(file__batch=self.batch())
        return get_object_or_404(items.select_related("file"), pk=self.kwargs["item"])

    def get_page_title(self):
        return self.object.report["title"]

    def get_form_kwargs(self):
        return {**super().get_form_kwargs(), "user": self.request.user}

    def get_context_data(self, **kwargs):
        batch = self.batch()
        report = self.object.report
        return {
            **super().get_context_data(**kwargs),
            "batch": batch,
            "can_correct": batch.state == ImportBatch.State.READY,
            "recognised": list(recognised_lines(report["kind"], report["recognised"])),
        }

    def form_valid(self, form):
        batch = self.batch()
        if batch.state == ImportBatch.State.READY:
            form.save()
            messages.success(self.request, gettext("The correction was saved."))
        return redirect("operations_import_batch", batch.pk)
