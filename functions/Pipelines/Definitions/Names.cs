using Sluice.Platform.Documents;

namespace Sluice.Pipelines.Definitions;

/// <summary>CodePipeline's rules for names.</summary>
internal static class Names
{
    private const int Longest = 100;

    /// <summary>Of pipelines, stages, actions and rules.</summary>
    public const string Name = "A-Z a-z 0-9 . @ - _";

    /// <summary>Of namespaces and variables.</summary>
    public const string Variable = "A-Z a-z 0-9 @ - _";

    /// <summary>Of artifacts.</summary>
    public const string Artifact = "A-Z a-z 0-9 - _";

    /// <summary>Of environment variables.</summary>
    public const string Environment = "A-Z a-z 0-9 _";

    public static string Required(MappingReader map, string member, string alphabet, int longest = Longest)
    {
        var name = map.RequiredString(member);
        Check(map, member, name, alphabet, longest);
        return name;
    }

    public static string? Optional(MappingReader map, string member, string alphabet)
    {
        var name = map.OptionalString(member);
        Check(map, member, name, alphabet, Longest);
        return name;
    }

    private static void Check(MappingReader map, string member, string? name, string alphabet, int longest)
    {
        if (map.Has(member) && name is not null && (name.Length == 0 || name.Length > longest || !name.All(c => IsLegal(c, alphabet))))
        {
            map.Fault(member, $"1 to {longest} of {alphabet} were expected", FaultKinds.Validation);
        }
    }

    /// <summary>The alphabets name their signs one by one, after the letters and digits that all have.</summary>
    private static bool IsLegal(char c, string alphabet) => char.IsAsciiLetterOrDigit(c) || (c is '.' or '@' or '_' && alphabet.Contains(c)) || (c == '-' && alphabet.Contains(" -", StringComparison.Ordinal));
}
