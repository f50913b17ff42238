namespace Sluice.Platform.Configuration;

/// <summary>A program was given variables that it cannot work with. The message has a line for each fault.</summary>
public sealed class InvalidConfigurationException(IReadOnlyList<string> faults) : Exception(string.Join('\n', faults))
{
    /// <summary>Each with the variable, its value unless that is a secret, and what was expected.</summary>
    public IReadOnlyList<string> Faults { get; } = faults;
}
