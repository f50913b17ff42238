using Sluice.Packages.Model;
using Sluice.Packages.Records;

namespace Sluice.Packages.Formats.Npm;

/// <summary>A package's name as npm writes it, e.g. <c>@team/ui</c> or <c>left-pad</c>.</summary>
/// <param name="Scope">Without its <c>@</c>; null if it has none.</param>
/// <param name="Name">Without the scope.</param>
internal sealed record NpmName(string? Scope, string Name)
{
    private const int Longest = 214;

    /// <summary>What the name of a tarball begins with.</summary>
    public string File => Name;

    public PackageId In(RepositoryId repository) => new(repository.Domain, repository.Name, PackageFormat.npm, Scope, Name);

    public override string ToString() => Scope is null ? Name : $"@{Scope}/{Name}";

    /// <summary>How it stands in an address of a registry.</summary>
    public string Encoded => Scope is null ? Uri.EscapeDataString(Name) : $"@{Uri.EscapeDataString(Scope)}%2f{Uri.EscapeDataString(Name)}";

    /// <summary>The name; null if no package can have it.</summary>
    public static NpmName? Read(string text)
    {
        var name = text.StartsWith('@') ? text[1..].Split('/') is [var scope, var inner] ? new NpmName(scope, inner) : null : new NpmName(null, text);
        return name is not null && text.Length <= Longest && IsPart(name.Name) && (name.Scope is null || IsPart(name.Scope)) ? name : null;
    }

    /// <exception cref="ApiException">No package can have this name.</exception>
    public static NpmName Of(string text) => Read(text) ?? throw PackageErrors.Invalid($"'{text}' is no name of an npm package: at most {Longest} characters that stand in a URL as they are, the first no '.' or '_', with a scope as @scope/name");

    private static bool IsPart(string part) => part.Length > 0 && part[0] is not ('.' or '_') && part.All(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '.' or '_' or '~' or '!' or '\'' or '(' or ')' or '*');
}
