namespace Sluice.Pipelines.Types;

/// <summary>How many there may be, both ends included.</summary>
internal sealed record CountRange(int Least, int Most)
{
    public bool Holds(int count) => count >= Least && count <= Most;

    public override string ToString() => Least == Most ? Least == 0 ? "none" : $"exactly {Least}" : $"{Least} to {Most}";
}
