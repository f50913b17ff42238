namespace Sluice.Local.Commands;

/// <summary>An option that there is not.</summary>
/// <param name="Given">As it was written.</param>
/// <param name="Near">The option that was meant, as far as one can tell.</param>
/// <param name="Next">What stands behind it, which was meant to be its value.</param>
internal sealed record MistypedOption(string Given, string? Near, string? Next)
{
    public string Fault => $"Unrecognized option '{Given}'.{(Near is null ? "" : $" Did you mean '{Near}'?")}";

    /// <summary>Whether what the library says of the command line only follows from the mistake.</summary>
    public bool Explains(string message) =>
        message.StartsWith("Unrecognized command or argument '--", StringComparison.Ordinal)
        || (Next is not null && message == $"Unrecognized command or argument '{Next}'.")
        || (Near is not null && message == $"Option '{Near}' is required.");
}
