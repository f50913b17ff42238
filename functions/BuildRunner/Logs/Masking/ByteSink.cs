namespace Sluice.BuildRunner.Logs.Masking;

/// <summary>Takes bytes, which are the giver's again afterwards.</summary>
internal delegate void ByteSink(ReadOnlySpan<byte> bytes);
