"""Training of the adapter that the packaged model gets (`bot/index/e5_adapter.npz`)."""
