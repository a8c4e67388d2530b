using System.CommandLine;
using Microsoft.AspNetCore.Http;
using Rapporteur.Desk;

namespace Rapporteur.Cli.Commands;

/// <summary><c>rapporteur desk health</c>: asks the desk on this machine whether it can work, for whoever watches over it from inside its container.</summary>
internal static class DeskHealthCommand
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(4);

    public static Command Create(Terminal terminal)
    {
        var desk = new DeskSettingsOption();
        var command = new Command("health", "Ask the desk that runs here with these settings whether it can work. The exit code is 1 where it cannot.");
        desk.AddTo(command);
        command.SetAction(arguments => Ask(terminal, new Uri(OfThisMachine(desk.Read(arguments)), "/health/ready")));
        return command;
    }

    private static int Ask(Terminal terminal, Uri address)
    {
        // To itself over the loopback a certificate says nothing; and there is nothing to hide in the question.
        using var handler = new HttpClientHandler { ServerCertificateCustomValidationCallback = HttpClientHandler.DangerousAcceptAnyServerCertificateValidator, UseProxy = false };
        using var client = new HttpClient(handler) { Timeout = Patience };
        try
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, address);
            using var answer = client.Send(request);
            if (answer.IsSuccessStatusCode) return ExitCode.Done;
            using var said = new StreamReader(answer.Content.ReadAsStream());
            terminal.Complain($"the desk at {address} cannot work: {said.ReadToEnd()}");
        }
        catch (Exception e) when (e is HttpRequestException or TaskCanceledException)
        {
            terminal.Complain($"there is no answer from {address}: {e.Message}");
        }

        return ExitCode.SomeFailed;
    }

    private static Uri OfThisMachine(DeskOptions options)
    {
        var address = BindingAddress.Parse(options.Address.Split(';')[0]);
        var host = address.Host switch { "localhost" or "0.0.0.0" or "*" or "+" => "127.0.0.1", "[::]" => "[::1]", var named => named };
        return new UriBuilder(address.Scheme, host, address.Port).Uri;
    }
}
