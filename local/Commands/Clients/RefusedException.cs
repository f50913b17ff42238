namespace Sluice.Local.Commands.Clients;

/// <summary>The suite that is asked refuses, or it cannot be asked. The message is for the person who typed the command.</summary>
internal sealed class RefusedException(string message, string? code = null) : Exception(message)
{
    /// <summary>The error's name, if the suite answered.</summary>
    public string? Code { get; } = code;
}
