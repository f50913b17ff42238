using Sluice.Platform.Documents;

namespace Sluice.Local.Commands.Validating;

/// <summary>A file that was read by the rules of the service whose it is.</summary>
/// <param name="Document">The file.</param>
/// <param name="Faults">All that there is to say against it by itself.</param>
/// <param name="Places">Where its parts stand.</param>
internal abstract record CheckedDocument(FoundDocument Document, IReadOnlyList<Fault> Faults, DocumentPlaces Places)
{
    public string File => Document.File;

    /// <summary>A fault of a part of it.</summary>
    public Fault Fault(string path, string message, FaultWeight weight = FaultWeight.Foreseen) => Places.Fault(File, path, message, weight);
}
