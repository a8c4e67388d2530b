namespace Rapporteur.Desk;

/// <summary>A desk cannot be run as its settings say. The message says in one line, for people, what is wrong and what to do.</summary>
public sealed class SettingsException(string message, Exception? inner = null) : Exception(message, inner);
