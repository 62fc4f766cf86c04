"""The hall's ledgers: 授权委托书, 用章登记, 空白证照登记."""
