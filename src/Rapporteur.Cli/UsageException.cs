namespace Rapporteur.Cli;

/// <summary>What was asked for cannot be done; nothing was read. The message is one line for people.</summary>
internal sealed class UsageException(string message) : Exception(message);
