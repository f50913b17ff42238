using Microsoft.CodeAnalysis;

namespace Sluice.Shapes;

/// <summary>Something that is wrong, and where.</summary>
internal sealed record Fault(string Id, Place Place, string Message)
{
    public Diagnostic Diagnostic => Diagnostic.Create(Faults.Rules[Id], Place.Location, Message);
}
