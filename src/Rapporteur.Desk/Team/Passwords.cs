using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;

namespace Rapporteur.Desk.Team;

/// <summary>Passwords as they are kept: PBKDF2 with SHA-512 and a salt of their own, as often as OWASP asks for (Password Storage Cheat Sheet).</summary>
public sealed class Passwords : IDisposable
{
    /// <summary>How short a password may be.</summary>
    public const int Shortest = 12;

    /// <summary>How long a password may be.</summary>
    public const int Longest = 200;

    private const int Iterations = 210_000, FewestDifferentSigns = 5;

    private readonly PasswordHasher<object> _hasher = new(Options.Create(new PasswordHasherOptions { IterationCount = Iterations }));
    private readonly SemaphoreSlim _hands = new(Environment.ProcessorCount);

    // Stands in for accounts that are not there: who asks cannot tell by the time that it takes.
    private readonly Lazy<string> _nobodys;

    /// <summary>Ready to keep passwords.</summary>
    public Passwords() => _nobodys = new(() => _hasher.HashPassword(this, Secret.New()));

    /// <summary>Why a password would be too easy to guess; null where it would not.</summary>
    /// <param name="password">The password.</param>
    /// <param name="name">The name of whose it would be.</param>
    public static string? Objection(string password, string name)
    {
        ArgumentNullException.ThrowIfNull(password);
        ArgumentNullException.ThrowIfNull(name);
        if (password.Length < Shortest) return $"A password has at least {Shortest} characters.";
        if (password.Length > Longest) return $"A password has at most {Longest} characters.";
        if (password.Distinct().Count() < FewestDifferentSigns) return "The password repeats too few characters.";
        return password.Contains(name, StringComparison.OrdinalIgnoreCase) ? "The password contains the name." : null;
    }

    /// <summary>What is kept of a password.</summary>
    public string Hash(string password) => _hasher.HashPassword(this, password);

    /// <summary>Whether a password is the one that a hash was made of. Takes the same time where there is no hash.</summary>
    internal async Task<bool> Matches(string? hash, string password)
    {
        // It is slow on purpose: no more at once than there are processors.
        await _hands.WaitAsync();
        try
        {
            var result = await Task.Run(() => _hasher.VerifyHashedPassword(this, hash ?? _nobodys.Value, password.Length > Longest ? "" : password));
            return hash is not null && result != PasswordVerificationResult.Failed;
        }
        finally
        {
            _hands.Release();
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _hands.Dispose();
}
