using Sluice.Local.Tests.Architecture.Reading;
using System.Text.RegularExpressions;

namespace Sluice.Local.Tests.Architecture;

/// <summary>The rules about assemblies: each says what breaks it.</summary>
internal static class Rules
{
    private const int MostLines = 4;

    /// <summary>What of the suite's own a service may stand on.</summary>
    private static readonly string[] Ground = ["Sluice.Platform", "Sluice.Signing", "Sluice.BuildContract"];

    /// <summary>The suite's assemblies that it refers to and that are no ground for a service.</summary>
    public static IReadOnlyList<string> OtherServices(CompiledAssembly service) =>
        [.. service.References.Where(name => name.StartsWith("Sluice.", StringComparison.Ordinal)).Except(Ground).Order(StringComparer.Ordinal)];

    /// <summary>The assemblies that it refers to and that bring Lambda's programming model: who is called by it need not know it.</summary>
    public static IReadOnlyList<string> LambdaModel(CompiledAssembly assembly) =>
        [.. assembly.References.Where(name => name == "Sluice.Hosting" || name.StartsWith("Amazon.Lambda.", StringComparison.Ordinal) || name.StartsWith("AWS.Lambda.", StringComparison.Ordinal)).Order(StringComparer.Ordinal)];

    /// <summary>The packages of AWS's SDK that it refers to.</summary>
    public static IReadOnlyList<string> AwsPackages(CompiledAssembly assembly) =>
        [.. assembly.References.Where(name => name.StartsWith("AWSSDK.", StringComparison.Ordinal)).Order(StringComparer.Ordinal)];

    /// <summary>Where a type of AWS's own packages, or of our copies of them, is used outside the adapters.</summary>
    /// <param name="assembly">Where to look.</param>
    /// <param name="adapters">Namespaces, with what is below them, or single types that may.</param>
    public static IReadOnlyList<string> AwsUses(CompiledAssembly assembly, params string[] adapters) =>
        [.. assembly.Uses.Where(use => IsAws(use.Used) && !IsAws(use.User) && !adapters.Any(adapter => Within(use.User, adapter))).Select(use => use.ToString()).Order(StringComparer.Ordinal)];

    /// <summary>The entry points that have more code than it takes to bring an event to its service.</summary>
    public static IReadOnlyList<string> LongEntryPoints(string assembly) =>
        [.. CodeLines.Beside(assembly).Where(one => IsEntryPoint(one.Key) && one.Value > MostLines).Select(one => $"{one.Key} has {one.Value} lines of code; expected at most {MostLines}").Order(StringComparer.Ordinal)];

    public static bool IsEntryPoint(string type) => type.EndsWith("Function", StringComparison.Ordinal);

    /// <summary>Where a type of one kind's folder is used outside that folder: by what all kinds share, or by another kind.</summary>
    /// <param name="assembly">Where to look.</param>
    /// <param name="kinds">The namespace below which each kind has its own.</param>
    /// <param name="allowed">Namespaces below <paramref name="kinds"/> that kinds share, and types that put the kinds together.</param>
    public static IReadOnlyList<string> KindUses(CompiledAssembly assembly, string kinds, params string[] allowed) =>
    [
        .. assembly.Uses.Where(use => KindOf(use.Used, kinds) is { } kind && !Within(use.User, kind) && !allowed.Any(one => Within(use.User, one) && !Within(use.User, kinds)) && !allowed.Contains(kind))
            .Select(use => use.ToString()).Order(StringComparer.Ordinal),
    ];

    /// <summary>Lines that name one member of an enum, or its name as a text: the compiler keeps neither apart from other constants.</summary>
    /// <param name="lines">The source.</param>
    /// <param name="members">The enum.</param>
    /// <param name="allowed">Where the file's path begins for those that may.</param>
    public static IReadOnlyList<string> MemberNames(IEnumerable<SourceLine> lines, Type members, params string[] allowed)
    {
        var names = string.Join('|', Enum.GetNames(members));
        var named = new Regex($@"\b{members.Name}\.({names})\b|""({names})""", RegexOptions.ExplicitCapture, TimeSpan.FromSeconds(1));
        return [.. lines.Where(line => !line.IsComment && !allowed.Any(folder => line.File.StartsWith(folder, StringComparison.Ordinal)) && named.IsMatch(line.Text)).Select(line => line.ToString())];
    }

    // The first folder below: what is deeper belongs to it.
    private static string? KindOf(TypeName type, string kinds) =>
        type.Namespace.StartsWith($"{kinds}.", StringComparison.Ordinal) ? $"{kinds}.{type.Namespace[(kinds.Length + 1)..].Split('.')[0]}" : null;

    private static bool IsAws(TypeName type) => type.Namespace == "Amazon" || type.Namespace.StartsWith("Amazon.", StringComparison.Ordinal) || type.Namespace.StartsWith("AWS.", StringComparison.Ordinal);

    private static bool Within(TypeName type, string adapter) => $"{type}.".StartsWith($"{adapter}.", StringComparison.Ordinal);
}
