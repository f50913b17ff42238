using Sluice.Platform.Documents;
using Sluice.Platform.Protocol;

namespace Sluice.Pipelines.Definitions;

/// <summary>A pipeline that is refused: all its faults, and the original's error for the first of them.</summary>
public sealed class InvalidPipeline : ApiException
{
    private InvalidPipeline(string code, string message, IReadOnlyList<Fault> faults)
        : base(code, message) => Faults = faults;

    /// <summary>At least one, in the order of the document.</summary>
    public IReadOnlyList<Fault> Faults { get; }

    /// <summary>The error of a document's faults, which are told without file and line: a request has none.</summary>
    public static InvalidPipeline Of(InvalidDocumentException refused) =>
        new(refused.Faults.Select(fault => fault.Kind).FirstOrDefault() ?? FaultKinds.Validation, string.Join('\n', refused.Faults.Select(Told)), refused.Faults);

    private static string Told(Fault fault) => fault.Path.Length > 0 ? $"{fault.Path}: {fault.Message}" : fault.Message;
}
