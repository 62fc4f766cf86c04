"""The duty manager's page (管理): the hall as it is now, and what can be changed about it."""
