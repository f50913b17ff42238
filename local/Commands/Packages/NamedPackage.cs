namespace Sluice.Local.Commands.Packages;

/// <summary>A package as commands name it: its format, and its name as its own tools write it, e.g. <c>npm/@my-org/ui</c> or <c>maven/org.example:core</c>.</summary>
internal sealed record NamedPackage(string Format, string? Namespace, string Name)
{
    /// <summary>For messages.</summary>
    public const string Expected = "FORMAT/NAME, such as npm/left-pad, npm/@my-org/ui, pypi/requests or maven/org.example:core";

    /// <exception cref="UsageException">It is none.</exception>
    public static NamedPackage Read(string text) => text.Split('/', 2) switch
    {
        ["npm", ['@', .. var rest]] when rest.Split('/') is [{ Length: > 0 } scope, { Length: > 0 } name] => new NamedPackage("npm", scope, name),
        ["maven", var rest] when rest.Split(':') is [{ Length: > 0 } group, { Length: > 0 } name] => new NamedPackage("maven", group, name),
        ["swift", var rest] when rest.Split('.') is [{ Length: > 0 } scope, { Length: > 0 } name] => new NamedPackage("swift", scope, name),
        ["generic", var rest] when rest.Split('/') is [{ Length: > 0 } space, { Length: > 0 } name] => new NamedPackage("generic", space, name),
        ["npm" or "pypi" or "nuget" or "generic" or "ruby" or "cargo", { Length: > 0 } name] when !name.Contains('/', StringComparison.Ordinal) => new NamedPackage(text.Split('/')[0], null, name),
        _ => throw new UsageException($"'{text}' is no package; expected {Expected}."),
    };

    /// <summary>As commands name it.</summary>
    public static string Write(string format, string? space, string name) => (format, space) switch
    {
        (_, null) => $"{format}/{name}",
        ("npm", _) => $"npm/@{space}/{name}",
        ("maven", _) => $"maven/{space}:{name}",
        ("swift", _) => $"swift/{space}.{name}",
        _ => $"{format}/{space}/{name}",
    };

    /// <summary>As members of a query.</summary>
    public IEnumerable<(string Name, string? Value)> Query => [("format", Format), ("namespace", Namespace), ("package", Name)];
}
