using Sluice.Local.Tests.Architecture.Reading;

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

    private static bool IsAws(TypeName type) => type.Namespace == "Amazon" || type.Namespace.StartsWith("Amazon.", StringComparison.Ordinal) || type.Namespace.StartsWith("AWS.", StringComparison.Ordinal);

    private static bool Within(TypeName type, string adapter) => $"{type}.".StartsWith($"{adapter}.", StringComparison.Ordinal);
}
