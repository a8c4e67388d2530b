using System.Net;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.HttpOverrides;
using Microsoft.Extensions.DependencyInjection;

namespace Rapporteur.Desk.Http;

/// <summary>Where the server listens, how much it takes, and whose word it takes for where a request came from.</summary>
internal static class Listening
{
    private static readonly TimeSpan HeadersAreWaitedFor = TimeSpan.FromSeconds(15);

    public static void Listen(this WebApplicationBuilder builder, DeskOptions options)
    {
        builder.WebHost.UseUrls(options.Address).ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            kestrel.Limits.MaxRequestBodySize = options.LargestUpload;
            kestrel.Limits.RequestHeadersTimeout = HeadersAreWaitedFor;
            kestrel.Limits.MaxConcurrentConnections = options.Limits.Connections;
            if (options.Certificate is { } certificate)
            {
                var shown = Shown(certificate);
                kestrel.ConfigureHttpsDefaults(https =>
                {
                    https.ServerCertificate = shown[0];
                    https.ServerCertificateChain = shown;
                });
            }
        });
        if (options.Certificate is not null) builder.WebHost.UseKestrelHttpsConfiguration();
        if (options.Proxies.Count == 0) return;
        builder.Services.Configure<ForwardedHeadersOptions>(forwarded =>
        {
            // Only what known proxies add is believed, one hop after the other; anybody can send the headers.
            forwarded.ForwardedHeaders = ForwardedHeaders.XForwardedFor | ForwardedHeaders.XForwardedProto;
            forwarded.ForwardLimit = null;
            forwarded.KnownProxies.Clear();
            forwarded.KnownIPNetworks.Clear();
            foreach (var proxy in options.Proxies)
            {
                if (IPAddress.TryParse(proxy, out var address)) forwarded.KnownProxies.Add(address);
                else forwarded.KnownIPNetworks.Add(System.Net.IPNetwork.Parse(proxy));
            }
        });
    }

    private static X509Certificate2Collection Shown(CertificateOptions certificate)
    {
        try
        {
            var chain = new X509Certificate2Collection();
            chain.ImportFromPemFile(certificate.Path);
            if (chain.Count == 0) throw new SettingsException($"there is no certificate in {certificate.Path}");
            chain[0] = X509Certificate2.CreateFromPemFile(certificate.Path, certificate.Key);
            return chain;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or CryptographicException)
        {
            throw new SettingsException($"the certificate cannot be used: {e.Message}", e);
        }
    }
}
