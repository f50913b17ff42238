using System.Text;
using Microsoft.CodeAnalysis.CSharp;

namespace Sluice.Shapes;

/// <summary>Names of a model as C# has them.</summary>
internal static class Names
{
    // A record has these itself.
    private static readonly HashSet<string> OfRecords =
        new(["Clone", "EqualityContract", "Equals", "GetHashCode", "GetType", "MemberwiseClone", "PrintMembers", "ReferenceEquals", "ToString", "Deconstruct", "Finalize"], StringComparer.Ordinal);

    /// <summary>A name that C# takes: what it does not is an underscore, and a keyword has its sign before it.</summary>
    public static string Identifier(string name)
    {
        var text = new StringBuilder();
        foreach (var character in name)
        {
            text.Append(SyntaxFacts.IsIdentifierPartCharacter(character) ? character : '_');
        }

        if (text.Length == 0 || !SyntaxFacts.IsIdentifierStartCharacter(text[0]))
        {
            text.Insert(0, '_');
        }

        var identifier = text.ToString();
        return SyntaxFacts.GetKeywordKind(identifier) == SyntaxKind.None ? identifier : $"@{identifier}";
    }

    /// <summary>A name with a capital first letter.</summary>
    public static string Pascal(string name) => name.Length == 0 ? Identifier(name) : Identifier(char.ToUpperInvariant(name[0]) + name.Substring(1));

    /// <summary>A structure's member; one that C# would take for something else has <c>Member</c> behind it.</summary>
    public static string Property(string structure, string member) =>
        Pascal(member) is var name && (OfRecords.Contains(name) || name == Identifier(structure)) ? $"{name}Member" : name;

    /// <summary>Whether the suite's JSON gives a property this name by itself: it makes the first letter small.</summary>
    public static bool IsJsonNameOf(string property, string name) =>
        property.Length == name.Length && char.ToLowerInvariant(property[0]) == name[0] && property.Substring(1) == name.Substring(1)
        && (name.Length == 1 || !char.IsUpper(name[1])) && char.IsLower(name[0]);

    /// <summary>Text inside a documentation comment.</summary>
    public static string Xml(string text) => text.Replace("&", "&amp;").Replace("<", "&lt;").Replace(">", "&gt;").Replace("\r", " ").Replace("\n", " ");

    /// <summary>Text as a literal.</summary>
    public static string Literal(string text) => SymbolDisplay.FormatLiteral(text, quote: true);
}
