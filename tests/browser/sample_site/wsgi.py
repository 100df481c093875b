"""The portal behind what its front server does in production: serving pictures."""

from django.conf import settings
from whitenoise import WhiteNoise

from portal.wsgi import application as portal

application = WhiteNoise(portal, root=settings.MEDIA_ROOT, prefix="media/", autorefresh=True)
