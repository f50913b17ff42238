namespace Sluice.BuildRunner.Logs;

/// <summary>Takes bytes, which are the giver's again afterwards.</summary>
internal delegate void ByteSink(ReadOnlySpan<byte> bytes);
