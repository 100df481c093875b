"""The engines that answer visitors' searches, each behind `base.Engine`."""
