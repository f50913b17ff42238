namespace Sluice.Platform.Documents;

/// <summary>What was read of a document, and all that there is to say against it.</summary>
/// <param name="Result">What it says, as far as it could be read; null if it is no document at all.</param>
/// <param name="Faults">In the order of their lines.</param>
/// <param name="Places">Where its parts stand.</param>
public sealed record ExaminedDocument<T>(T? Result, IReadOnlyList<Fault> Faults, DocumentPlaces Places)
    where T : class
{
    /// <summary>Whether who takes such documents takes it.</summary>
    public bool IsTaken => Result is not null && Faults.All(fault => fault.Weight != FaultWeight.Refused);
}
