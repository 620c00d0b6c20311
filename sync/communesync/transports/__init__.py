"""Ways on which bundles travel that need a protocol of their own: HTTP."""
