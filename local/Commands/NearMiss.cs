namespace Sluice.Local.Commands;

/// <summary>What somebody meant who mistyped the name of a command or an option.</summary>
internal static class NearMiss
{
    private const int ShortestBeginning = 3;

    /// <summary>The name that a slip of the keyboard is nearest to, or else one that begins so. Null if there is none.</summary>
    public static string? Of(string given, IReadOnlyCollection<string> known) =>
        Platform.Documents.NearMiss.Of(given, known)
        ?? (Word(given).Length < ShortestBeginning ? null : known.FirstOrDefault(name => Word(name).StartsWith(Word(given), StringComparison.OrdinalIgnoreCase)));

    private static string Word(string name) => name.TrimStart('-');
}
