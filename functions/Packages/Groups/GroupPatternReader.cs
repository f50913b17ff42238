using Sluice.Packages.Model;
using Sluice.Packages.Records;

namespace Sluice.Packages.Groups;

/// <summary>Reads patterns of groups. Pure.</summary>
internal static class GroupPatternReader
{
    private const string Expected = "expected /*, /FORMAT/*, /FORMAT/NAMESPACE~, /FORMAT/NAMESPACE/*, /FORMAT/NAMESPACE/NAME~ or /FORMAT/NAMESPACE/NAME$";

    /// <exception cref="ApiException">It is no pattern.</exception>
    public static GroupPattern Read(string text)
    {
        var pattern = Find(text) ?? throw PackageErrors.Invalid($"packageGroup is '{text}'; {Expected}.");
        return Faults(pattern) is { Count: > 0 } faults ? throw PackageErrors.Invalid($"packageGroup is '{text}': {string.Join("; ", faults)}.") : pattern;
    }

    private static GroupPattern? Find(string text) => text == GroupPattern.Root.Text ? GroupPattern.Root : text.Split('/') switch
    {
        ["", var format, "*"] when FormatOf(format) is { } known => new GroupPattern(text, GroupKind.Format, known),
        ["", var format, [_, .., '~'] space] when FormatOf(format) is { } known => new GroupPattern(text, GroupKind.NamespacePrefix, known, space[..^1]),
        ["", var format, var space, "*"] when FormatOf(format) is { } known => new GroupPattern(text, GroupKind.Namespace, known, space),
        ["", var format, var space, [_, .., '~'] name] when FormatOf(format) is { } known => new GroupPattern(text, GroupKind.NamePrefix, known, space, name[..^1]),
        ["", var format, var space, [_, .., '$'] name] when FormatOf(format) is { } known => new GroupPattern(text, GroupKind.Name, known, space, name[..^1]),
        _ => null,
    };

    private static IReadOnlyList<string> Faults(GroupPattern pattern) => pattern.Format is not { } format ? [] :
    [
        .. pattern.Namespace.Length > 0 && !PackageNames.MayHaveNamespace(format) ? [$"packages of {format} have no namespace; expected /{format}//NAME"] : Array.Empty<string>(),
        .. pattern.Namespace.Length == 0 && pattern.Kind >= GroupKind.Namespace && PackageNames.MustHaveNamespace(format) ? [$"packages of {format} have a namespace, and it has none"] : Array.Empty<string>(),
        .. PackageNames.KeptNamespace(format, pattern.Namespace) is { } space && space != pattern.Namespace ? [$"{format} keeps the namespace as '{space}'"] : Array.Empty<string>(),
        .. PackageNames.Kept(format, pattern.Name) is var name && name != pattern.Name ? [$"{format} keeps the name as '{name}'"] : Array.Empty<string>(),
        .. pattern.Namespace.AsSpan().ContainsAny('#', '*') || pattern.Name.AsSpan().ContainsAny('#', '*') ? ["'*' is at the end of a pattern alone, and '#' nowhere"] : Array.Empty<string>(),
    ];

    private static PackageFormat? FormatOf(string text) => Enum.TryParse<PackageFormat>(text, out var format) && format.ToString() == text ? format : null;
}
