using System.Net;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Configuration;
using Rapporteur.Archive.Team;
using Rapporteur.Desk.Http;
using Rapporteur.Desk.Team;

namespace Rapporteur.Desk;

/// <summary>The settings of a desk that is run for a team, and what must hold of them.</summary>
public static class DeskSettings
{
    /// <summary>How variables of the environment that hold settings begin: RAPPORTEUR_DESK_SIGNIN__OPENID__CLIENTSECRET.</summary>
    public const string Prefix = "RAPPORTEUR_DESK_";

    /// <summary>Reads settings from a JSON file and, above it, from the environment.</summary>
    /// <param name="path">The file; null for the environment alone.</param>
    /// <exception cref="SettingsException">The file is not there, is no JSON, or holds what is no setting.</exception>
    public static DeskOptions Read(string? path)
    {
        var configuration = new ConfigurationBuilder();
        if (path is not null) configuration.AddJsonFile(Path.GetFullPath(path), optional: false);
        try
        {
            return Of(configuration.AddEnvironmentVariables(Prefix).Build());
        }
        catch (FileNotFoundException e)
        {
            throw new SettingsException($"there are no settings at {path}", e);
        }
        catch (Exception e) when (e is InvalidDataException or InvalidOperationException or FormatException or IOException or UnauthorizedAccessException)
        {
            throw new SettingsException($"the settings cannot be understood: {(e.InnerException ?? e).Message}", e);
        }
    }

    /// <summary>The settings that a configuration holds.</summary>
    internal static DeskOptions Of(IConfiguration configuration) =>
        configuration.Get<DeskOptions>(binder => binder.ErrorOnUnknownConfiguration = true) ?? new DeskOptions();

    /// <summary>Checks that a desk can safely be run so.</summary>
    /// <exception cref="SettingsException">It cannot.</exception>
    internal static void Check(DeskOptions options)
    {
        var addresses = Addresses(options).ToList();
        var isPublic = addresses.Exists(address => !IsOfThisMachine(address.Host));
        Require(!isPublic || options.SignIn is not null,
            "a desk that listens beyond this machine needs signIn in its settings: without it whoever reaches it may do everything");
        Require(!isPublic || options.Proxies.Count > 0 || addresses.TrueForAll(address => address.Scheme == Uri.UriSchemeHttps || IsOfThisMachine(address.Host)),
            "passwords would cross the network in the clear: give an https address with a certificate, or name the proxies that have one");
        Require(addresses.TrueForAll(address => address.Scheme == Uri.UriSchemeHttp || options.Certificate is not null), "an https address needs a certificate");
        foreach (var proxy in options.Proxies)
            Require(IPNetwork.TryParse(proxy, out _) || IPAddress.TryParse(proxy, out _), $"proxies: {proxy} is neither an address nor a network");
        foreach (var host in options.Hosts)
            Require(Uri.CheckHostName(host) != UriHostNameType.Unknown, $"hosts: {host} is no name of a host (give it without scheme and port)");
        var limits = options.Limits;
        foreach (var number in new[] { limits.RequestsAMinute, limits.AddingAMinute, limits.SignInsAMinute, limits.Connections, limits.RequestSeconds, limits.BodySeconds, options.Readers, options.ClosingSeconds, options.QueueSeconds })
            Require(number > 0, "limits, readers, queueSeconds and closingSeconds must be more than 0");
        Require(options.LargestUpload > 0, "largestUpload must be more than 0");
        if (options.SignIn is { } signIn) Check(signIn);
    }

    /// <summary>The addresses that a desk listens at.</summary>
    /// <exception cref="SettingsException">One of them is none.</exception>
    internal static IEnumerable<BindingAddress> Addresses(DeskOptions options)
    {
        foreach (var part in options.Address.Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            BindingAddress address;
            try
            {
                address = BindingAddress.Parse(part);
            }
            catch (FormatException e)
            {
                throw new SettingsException($"{part} is no address to listen at: http://localhost:{DeskOptions.UsualPort} would be one", e);
            }

            Require(address.Scheme is "http" or "https", $"{part} is no address to listen at: it begins with neither http nor https");
            yield return address;
        }
    }

    /// <summary>Whether a name stands for this machine alone.</summary>
    internal static bool IsOfThisMachine(string host) =>
        host.Equals("localhost", StringComparison.OrdinalIgnoreCase) || (IPAddress.TryParse(host.Trim('[', ']'), out var address) && IPAddress.IsLoopback(address));

    private static void Check(SignInOptions signIn)
    {
        Require(signIn.Passwords || signIn.OpenId is not null, "signIn: there is no way to sign in");
        Require(signIn.SessionHours is > 0 and <= 24 * 31, "signIn.sessionHours must be from 1 to 744");
        if (signIn.OpenId is not { } openId) return;
        Require(Uri.TryCreate(openId.Authority, UriKind.Absolute, out var authority) && (authority.Scheme == Uri.UriSchemeHttps || authority.IsLoopback),
            "signIn.openId.authority must be an https address");
        Require(openId.ClientId.Length > 0, "signIn.openId.clientId is missing");
        foreach (var role in openId.Roles.Values.Append(openId.Otherwise ?? Role.Reader.Name()))
            Require(RoleNames.Of(role) is not null, $"signIn.openId: {role} is no role; there are reader, editor and admin");
        Require(openId.Roles.Count > 0 || openId.Otherwise is not null, "signIn.openId: nobody would be let in; give roles, or otherwise");
    }

    private static void Require(bool holds, string otherwise)
    {
        if (!holds) throw new SettingsException(otherwise);
    }
}
