namespace Sluice.Platform.Documents;

/// <summary>What all readers of one document share.</summary>
internal sealed record ReadingContext(FaultList Faults, DocumentDialect Dialect)
{
    public StringComparison Comparison => Dialect.IgnoresCase ? StringComparison.OrdinalIgnoreCase : StringComparison.Ordinal;
}
