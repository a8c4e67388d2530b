using System.Security.Authentication;
using NATS.Client.Core;
using NATS.Client.JetStream;

namespace Rapporteur.Queue.Broker;

/// <summary>Errors of the broker and of the way to it as what happened and what to do.</summary>
internal static class BrokerErrors
{
    private const int NotFound = 404, NoJetStream = 10039, NotForAccount = 10035, NoRoomForStream = 10023, StoreFull = 10077, ResourcesExceeded = 10047;

    /// <summary>Whether an error is one of the broker or of the way to it. What is asked of one that is away is given up after a while.</summary>
    public static bool IsOne(Exception e) => e is OperationCanceledException or NatsException or QueueException or IOException or TimeoutException or System.Net.Sockets.SocketException or AuthenticationException;

    /// <summary>Whether what was asked for is not there: a stream or consumer that somebody took away.</summary>
    public static bool IsMissing(Exception e) => e is NatsJSApiException { Error.Code: NotFound };

    /// <summary>An error in words for people.</summary>
    /// <param name="e">The error.</param>
    /// <param name="place">Where the broker is, without a password.</param>
    public static QueueException Explained(Exception e, string place)
    {
        if (e is QueueException said) return said;
        if (e is OperationCanceledException) return new QueueException($"the queue at {place} does not answer: is the broker running, and do host and port name it?", e) { IsTemporary = true };
        var all = Chain(e).ToList();
        if (all.OfType<AuthenticationException>().FirstOrDefault() is { } tls)
            return new QueueException($"the certificate of the queue at {place} is not trusted ({tls.Message}): name the authority that signed it with --queue-ca", e);
        if (all.Any(error => error.Message.Contains("authoriz", StringComparison.OrdinalIgnoreCase) || error.Message.Contains("authenticat", StringComparison.OrdinalIgnoreCase)))
            return new QueueException($"the queue at {place} does not let us in: check the name and password in its address, or the credentials file", e);
        return all.OfType<NatsJSApiException>().FirstOrDefault() is { Error: var answer }
            ? Answered(answer.ErrCode, answer.Code, answer.Description, place, e)
            : e is NatsJSApiNoResponseException or NatsNoRespondersException
                ? new QueueException($"the broker at {place} keeps no streams: start nats-server with -js (JetStream)", e) { IsTemporary = true }
                : new QueueException($"the queue at {place} cannot be reached ({all[^1].Message}): is the broker running, and do host and port name it?", e) { IsTemporary = true };
    }

    /// <summary>A refusal to do what a user may not, in words for people.</summary>
    /// <param name="refusal">What the broker said.</param>
    /// <param name="place">Where the broker is.</param>
    /// <param name="e">What came of it here.</param>
    public static QueueException Refused(string refusal, string place, Exception e) =>
        new($"this user may not do that at the queue at {place} ({refusal}): deploy/broker/nats.conf says what each needs", e);

    private static QueueException Answered(int kind, int code, string? what, string place, Exception e) => kind switch
    {
        NoJetStream or NotForAccount => new QueueException($"the broker at {place} keeps no streams for this user ({what}): switch JetStream on for the account", e),
        NoRoomForStream or StoreFull or ResourcesExceeded =>
            new QueueException($"the broker at {place} has no room left ({what}): let workers catch up, or give it more", e) { IsTemporary = true },
        _ when code == NotFound => new QueueException($"what the queue needs is not at {place} ({what}): rapporteur submit or a worker that starts makes it", e) { IsTemporary = true },
        _ => new QueueException($"the queue at {place} cannot be used: {what}", e) { IsTemporary = code is 408 or 503 },
    };

    private static IEnumerable<Exception> Chain(Exception? e)
    {
        for (; e is not null; e = e.InnerException) yield return e;
    }
}
