namespace Sluice.Packages.Publishing;

/// <summary>How assets of generic packages may be called. Pure.</summary>
internal static class AssetNames
{
    private const string Others = "~!@^*&()-`_+[]{};,. ";

    /// <summary>What is wrong with a name.</summary>
    public static IReadOnlyList<string> Faults(string name) =>
        name is not ("." or "..") && name.All(character => char.IsLetterOrDigit(character) || char.IsSurrogate(character) || Others.Contains(character)) ? []
        : [$"asset is '{name}'; expected a name of letters, digits, blanks and {Others.Trim()}"];
}
