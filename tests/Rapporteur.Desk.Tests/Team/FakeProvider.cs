using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.Logging;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace Rapporteur.Desk.Tests.Team;

/// <summary>An identity provider that says what the test wants, and is as strict as it must be with the desk.</summary>
internal sealed class FakeProvider : IAsyncDisposable
{
    public const string ClientId = "desk", ClientSecret = "between us";

    private readonly RSA _key = RSA.Create(2048);
    private readonly RSA _other = RSA.Create(2048);
    private readonly WebApplication _server;
    private readonly ConcurrentDictionary<string, (string Nonce, string Challenge, string Return)> _codes = new();
    private readonly HttpClient _browser = new(new SocketsHttpHandler { AllowAutoRedirect = false });

    private FakeProvider(WebApplication server) => _server = server;

    public string Address { get; private set; } = "";

    public string[] Groups { get; set; } = [];

    /// <summary>Whether the code was redeemed with the key that it was asked for with (RFC 7636).</summary>
    public bool SawProofKey { get; private set; }

    public string Audience { get; private set; } = ClientId;

    public string? Issuer { get; private set; }

    public string? Nonce { get; private set; }

    public string? Signature { get; private set; }

    public string? Lifetime { get; private set; }

    public static async Task<FakeProvider> Start()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        var server = builder.Build();
        server.Urls.Add("http://127.0.0.1:0");
        var provider = new FakeProvider(server);
        server.MapGet("/.well-known/openid-configuration", provider.Configuration);
        server.MapGet("/keys", provider.Keys);
        server.MapGet("/authorize", provider.Authorize);
        server.MapPost("/token", provider.Token);
        server.MapGet("/userinfo", (HttpContext context) => Json(context, new { sub = "42", preferred_username = "Ilse Marten", groups = provider.Groups }));
        await server.StartAsync();
        provider.Address = server.Urls.First();
        return provider;
    }

    /// <summary>Makes one thing about the tokens wrong.</summary>
    public void Forge(string what, string value)
    {
        switch (what)
        {
            case nameof(Audience): Audience = value; break;
            case nameof(Issuer): Issuer = value; break;
            case nameof(Nonce): Nonce = value; break;
            case nameof(Signature): Signature = value; break;
            case nameof(Lifetime): Lifetime = value; break;
            default: throw new ArgumentOutOfRangeException(nameof(what));
        }
    }

    /// <summary>Lets the person pass, and gives the address on the desk that their browser is sent back to.</summary>
    public async Task<string> Approve(Uri asked)
    {
        using var answer = await _browser.GetAsync(asked);
        return answer.Headers.Location!.PathAndQuery;
    }

    public async ValueTask DisposeAsync()
    {
        _browser.Dispose();
        await _server.DisposeAsync();
        _key.Dispose();
        _other.Dispose();
    }

    private Task Configuration(HttpContext context) => Json(context, new
    {
        issuer = Address, authorization_endpoint = Address + "/authorize", token_endpoint = Address + "/token", userinfo_endpoint = Address + "/userinfo", jwks_uri = Address + "/keys",
    });

    private Task Keys(HttpContext context)
    {
        var parameters = _key.ExportParameters(includePrivateParameters: false);
        return Json(context, new { keys = new[] { new { kty = "RSA", kid = "k", alg = "RS256", use = "sig", n = Base64UrlEncoder.Encode(parameters.Modulus), e = Base64UrlEncoder.Encode(parameters.Exponent) } } });
    }

    private void Authorize(HttpContext context)
    {
        var asked = context.Request.Query;
        if (asked["client_id"] != ClientId || asked["response_type"] != "code" || asked["code_challenge_method"] != "S256") throw new BadHttpRequestException("not as agreed");
        var code = Guid.NewGuid().ToString("N");
        _codes[code] = (asked["nonce"].ToString(), asked["code_challenge"].ToString(), asked["redirect_uri"].ToString());
        context.Response.Redirect(QueryHelpers.AddQueryString(asked["redirect_uri"].ToString(), new Dictionary<string, string?> { ["code"] = code, ["state"] = asked["state"] }));
    }

    // A code holds once.
    private async Task Token(HttpContext context)
    {
        var form = await context.Request.ReadFormAsync();
        if (form["client_secret"] != ClientSecret || !_codes.TryRemove(form["code"].ToString(), out var asked) || form["redirect_uri"] != asked.Return)
        {
            context.Response.StatusCode = StatusCodes.Status400BadRequest;
            await Json(context, new { error = "invalid_grant" });
            return;
        }

        SawProofKey = Base64UrlEncoder.Encode(SHA256.HashData(Encoding.ASCII.GetBytes(form["code_verifier"].ToString()))) == asked.Challenge;
        var now = DateTime.UtcNow;
        var token = new JsonWebTokenHandler { SetDefaultTimesOnTokenCreation = false }.CreateToken(new SecurityTokenDescriptor
        {
            Issuer = Issuer ?? Address,
            Audience = Audience,
            IssuedAt = now.AddHours(-2),
            NotBefore = now.AddHours(-2),
            Expires = Lifetime is null ? now.AddMinutes(5) : now.AddHours(-1),
            Claims = new Dictionary<string, object> { ["sub"] = "42", ["nonce"] = Nonce ?? asked.Nonce },
            SigningCredentials = new SigningCredentials(new RsaSecurityKey(Signature is null ? _key : _other) { KeyId = "k" }, SecurityAlgorithms.RsaSha256),
        });
        await Json(context, new { access_token = "a", token_type = "Bearer", id_token = token, expires_in = 300 });
    }

    private static Task Json(HttpContext context, object value) => context.Response.WriteAsJsonAsync(value);
}
