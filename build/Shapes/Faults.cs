using Microsoft.CodeAnalysis;

namespace Sluice.Shapes;

/// <summary>All that the generator can find wrong.</summary>
internal static class Faults
{
    public const string Unreadable = "SLUICE001";
    public const string NotInModel = "SLUICE002";
    public const string OtherShape = "SLUICE003";
    public const string Mirror = "SLUICE004";

    private static readonly DiagnosticDescriptor UnreadableModel = Rule(Unreadable, "A model cannot be read");
    private static readonly DiagnosticDescriptor OperationNotInModel = Rule(NotInModel, "An operation is not in the model");
    private static readonly DiagnosticDescriptor OperationOfOtherShape = Rule(OtherShape, "An operation takes or answers another structure than the model's");
    private static readonly DiagnosticDescriptor MirrorOfStructure = Rule(Mirror, "A type mirrors a structure of the model");

    public static IReadOnlyDictionary<string, DiagnosticDescriptor> Rules { get; } =
        new[] { UnreadableModel, OperationNotInModel, OperationOfOtherShape, MirrorOfStructure }.ToDictionary(rule => rule.Id, StringComparer.Ordinal);

    private static DiagnosticDescriptor Rule(string id, string title) => new(id, title, "{0}", "Sluice", DiagnosticSeverity.Error, isEnabledByDefault: true);
}
