"""The first start of a PC beyond its hall's acts: catalogue files, devices found, a case tried.

One way for the wizard and for `zcdesk setup --answers FILE`.
"""
