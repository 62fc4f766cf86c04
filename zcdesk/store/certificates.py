"""Certificates of a hall's server and its stations: one authority per hall, kept offline after.

A station's certificate names its login and nothing else. Never a private key readable by others.
"""

from __future__ import annotations

import ipaddress
from collections.abc import Sequence
from datetime import datetime, timedelta
from pathlib import Path

from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.x509.oid import ExtendedKeyUsageOID, NameOID

YEARS = 5
_DAY = timedelta(days=1)


class Authority:
    """The hall's own authority in a folder, made when it is not there."""

    def __init__(self, folder: Path, hall: str, at: datetime) -> None:
        self.folder, self._at = folder, at
        self.certificate_path = folder / "authority.crt"
        key_path = folder / "authority.key"
        if key_path.exists():
            key = serialization.load_pem_private_key(key_path.read_bytes(), None)
            assert isinstance(key, ec.EllipticCurvePrivateKey)
            self._key = key
            self._own = x509.load_pem_x509_certificate(self.certificate_path.read_bytes())
            return
        folder.mkdir(parents=True, exist_ok=True, mode=0o700)
        self._key = ec.generate_private_key(ec.SECP256R1())
        name = _name(f"zcdesk {hall}")
        made = self._begun(name, self._key.public_key()).issuer_name(name)
        made = made.add_extension(x509.BasicConstraints(ca=True, path_length=0), critical=True)
        self._own = made.sign(self._key, hashes.SHA256())
        _write_key(key_path, self._key)
        self.certificate_path.write_bytes(_pem(self._own))

    def server(self, hosts: Sequence[str]) -> tuple[Path, Path]:
        """Issue the server's certificate for its host names; return certificate and key."""
        names = [_host(host) for host in hosts]
        use = x509.ExtendedKeyUsage([ExtendedKeyUsageOID.SERVER_AUTH])
        return self._issue("server", hosts[0], use, x509.SubjectAlternativeName(names))

    def station(self, role: str) -> tuple[Path, Path]:
        """Issue a station's certificate; its name is the login."""
        use = x509.ExtendedKeyUsage([ExtendedKeyUsageOID.CLIENT_AUTH])
        return self._issue(role, role, use)

    def admit(self, role: str, public: bytes) -> bytes:
        """Issue a certificate (PEM) for a key that never leaves its own PC.

        Args:
            public: the station's public key, PEM; ValueError for anything but P-256.
        """
        key = serialization.load_pem_public_key(public)
        if not isinstance(key, ec.EllipticCurvePublicKey) or key.curve.name != "secp256r1":
            raise ValueError(key)
        use = x509.ExtendedKeyUsage([ExtendedKeyUsageOID.CLIENT_AUTH])
        return _pem(self._signed(role, key, use))

    def _issue(self, stem: str, name: str, *more: x509.ExtensionType) -> tuple[Path, Path]:
        key = ec.generate_private_key(ec.SECP256R1())
        signed = self._signed(name, key.public_key(), *more)
        certificate, key_path = self.folder / f"{stem}.crt", self.folder / f"{stem}.key"
        _write_key(key_path, key)
        certificate.write_bytes(_pem(signed))
        return certificate, key_path

    def _signed(
        self, name: str, key: ec.EllipticCurvePublicKey, *more: x509.ExtensionType
    ) -> x509.Certificate:
        made = self._begun(_name(name), key).issuer_name(self._own.subject)
        made = made.add_extension(x509.BasicConstraints(ca=False, path_length=None), critical=True)
        for extension in more:
            made = made.add_extension(extension, critical=False)
        return made.sign(self._key, hashes.SHA256())

    def _begun(self, name: x509.Name, key: ec.EllipticCurvePublicKey) -> x509.CertificateBuilder:
        return (
            x509.CertificateBuilder()
            .subject_name(name)
            .public_key(key)
            .serial_number(x509.random_serial_number())
            .not_valid_before(self._at - _DAY)
            .not_valid_after(self._at + YEARS * 365 * _DAY)
        )


def _name(text: str) -> x509.Name:
    return x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, text)])


def _host(host: str) -> x509.GeneralName:
    try:
        return x509.IPAddress(ipaddress.ip_address(host))
    except ValueError:
        return x509.DNSName(host)


def _pem(certificate: x509.Certificate) -> bytes:
    return certificate.public_bytes(serialization.Encoding.PEM)


def new_key(path: Path) -> bytes:
    """Make a key for `path`, readable by its owner only, or take the one there; its public half."""
    if not path.exists():
        _write_key(path, ec.generate_private_key(ec.SECP256R1()))
    key = serialization.load_pem_private_key(path.read_bytes(), None)
    return key.public_key().public_bytes(
        serialization.Encoding.PEM, serialization.PublicFormat.SubjectPublicKeyInfo
    )


def _write_key(path: Path, key: ec.EllipticCurvePrivateKey) -> None:
    path.touch(mode=0o600)
    path.chmod(0o600)
    path.write_bytes(
        key.private_bytes(
            serialization.Encoding.PEM,
            serialization.PrivateFormat.PKCS8,
            serialization.NoEncryption(),
        )
    )
