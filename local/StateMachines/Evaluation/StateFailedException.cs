using Sluice.Local.StateMachines.Values;

namespace Sluice.Local.StateMachines.Evaluation;

/// <summary>A state cannot do its work; its Retry and Catch decide what follows.</summary>
internal sealed class StateFailedException(Failure failure) : Exception($"{failure.Error}: {failure.Cause}")
{
    private const int ShownCharacters = 300;

    internal StateFailedException(string error, string cause)
        : this(new Failure(error, cause))
    {
    }

    internal Failure Failure { get; } = failure;

    internal static StateFailedException Runtime(string cause) => new(Failure.Runtime(cause));

    internal static string Shown(Data? value) => Cut(value?.ToString() ?? "");

    /// <summary>A string without its quotes.</summary>
    internal static string Plain(Data value) => Cut(value is DataString text ? text.Value : value.ToString());

    private static string Cut(string text)
    {
        if (text.Length <= ShownCharacters)
        {
            return text;
        }

        // Half an emoji is no text.
        return text[..(char.IsHighSurrogate(text[ShownCharacters - 1]) ? ShownCharacters - 1 : ShownCharacters)] + "…";
    }
}
