namespace Rapporteur.Desk.Http;

/// <summary>The certificate that the server shows to browsers.</summary>
public sealed record CertificateOptions
{
    /// <summary>The file of the certificate, with those that vouch for it, in PEM.</summary>
    public string Path { get; set; } = "";

    /// <summary>The file of its private key, in PEM.</summary>
    public string Key { get; set; } = "";
}
