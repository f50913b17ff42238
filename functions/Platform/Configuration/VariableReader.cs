using System.Globalization;

namespace Sluice.Platform.Configuration;

/// <summary>
/// Reads a program's environment variables into what they mean, once, when it starts. Faults are kept until all variables have been read, so that <see cref="ThrowIfFaulty"/> tells of all at once. An empty
/// variable is as one that is missing.
/// </summary>
public sealed class VariableReader(IReadOnlyDictionary<string, string> variables)
{
    private readonly List<string> _faults = [];

    /// <summary>The value; null if it is missing.</summary>
    public string? Optional(string name) => variables.TryGetValue(name, out var value) && value.Length > 0 ? value : null;

    /// <summary>The value, which must be there; empty if it is not, or whatever it is if it is wrong.</summary>
    /// <param name="name">The variable.</param>
    /// <param name="expected">What it is to be, as the user is told.</param>
    /// <param name="isValid">Whether it is that; null takes anything.</param>
    /// <param name="isSecret">Whether the value must not be shown.</param>
    public string Required(string name, string expected, Func<string, bool>? isValid = null, bool isSecret = false)
    {
        var value = Optional(name);
        if (value is null || isValid?.Invoke(value) is false)
        {
            Fault(name, expected, isSecret);
        }

        return value ?? "";
    }

    /// <summary>A whole number.</summary>
    public int Number(string name, int min, int max, int missing)
    {
        if (Optional(name) is not { } text)
        {
            return missing;
        }

        if (!int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) || number < min || number > max)
        {
            Fault(name, max == int.MaxValue ? $"a whole number of at least {min}" : $"{min} to {max}");
        }

        return number;
    }

    /// <summary>Notes that a variable is missing or wrong.</summary>
    public void Fault(string name, string expected, bool isSecret = false) => _faults.Add((Optional(name), isSecret) switch
    {
        (null, _) => $"{name} is missing; expected {expected}",
        (_, true) => $"{name} is not valid; expected {expected}",
        var (value, _) => $"{name} is '{value}'; expected {expected}",
    });

    /// <summary>To be called when everything was read, before anything is used.</summary>
    /// <exception cref="InvalidConfigurationException">Something is missing or wrong.</exception>
    public void ThrowIfFaulty()
    {
        if (_faults.Count > 0)
        {
            throw new InvalidConfigurationException(_faults);
        }
    }
}
