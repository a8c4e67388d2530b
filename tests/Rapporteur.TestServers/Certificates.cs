using System.Net;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace Rapporteur.TestServers;

/// <summary>
/// Certificates in PEM, made for one test: an authority of its own, and what it issued for localhost. Who trusts <see cref="Authority"/>
/// trusts the server; nobody else does.
/// </summary>
public sealed class Certificates
{
    private static readonly DateTimeOffset From = DateTimeOffset.UtcNow.AddDays(-1), Until = From.AddDays(30);

    /// <summary>Writes them into a folder.</summary>
    public Certificates(string folder)
    {
        Authority = Path.Combine(folder, "ca.pem");
        Server = Path.Combine(folder, "server.pem");
        Key = Path.Combine(folder, "server.key");

        using var authorityKey = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var authorityRequest = new CertificateRequest("CN=An authority for a test", authorityKey, HashAlgorithmName.SHA256);
        authorityRequest.CertificateExtensions.Add(new X509BasicConstraintsExtension(certificateAuthority: true, false, 0, critical: true));
        using var authority = authorityRequest.CreateSelfSigned(From, Until);

        using var serverKey = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var serverRequest = new CertificateRequest("CN=localhost", serverKey, HashAlgorithmName.SHA256);
        var names = new SubjectAlternativeNameBuilder();
        names.AddDnsName("localhost");
        names.AddIpAddress(IPAddress.Loopback);
        serverRequest.CertificateExtensions.Add(names.Build());
        serverRequest.CertificateExtensions.Add(new X509EnhancedKeyUsageExtension([new Oid("1.3.6.1.5.5.7.3.1")], critical: false)); // a server's
        using var server = serverRequest.Create(authority, From, Until, [1]);

        File.WriteAllText(Authority, authority.ExportCertificatePem());
        File.WriteAllText(Server, server.ExportCertificatePem());
        File.WriteAllText(Key, serverKey.ExportPkcs8PrivateKeyPem());
    }

    /// <summary>The file with the authority's certificate: what a client must trust.</summary>
    public string Authority { get; }

    /// <summary>The file with the server's certificate, for localhost and 127.0.0.1.</summary>
    public string Server { get; }

    /// <summary>The file with the server's key.</summary>
    public string Key { get; }
}
