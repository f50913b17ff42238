using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace Sluice.Local.StateMachines.Evaluation;

/// <summary>
/// Chance that can be replayed: an execution's secret seed is drawn once and journaled, and everything random in the execution follows from it and a counter.
/// </summary>
internal sealed class Draws(string seed)
{
    private readonly byte[] key = Encoding.ASCII.GetBytes(seed);
    private long count;

    /// <summary>From 0 (may be) to 1 (may not).</summary>
    internal double NextDouble() => (BinaryPrimitives.ReadUInt64LittleEndian(Next()) >> 11) * (1.0 / (1UL << 53));

    /// <summary>A UUID of version 4.</summary>
    internal string NextUuid()
    {
        var bytes = Next()[..16];
        bytes[6] = (byte)((bytes[6] & 0x0F) | 0x40);
        bytes[8] = (byte)((bytes[8] & 0x3F) | 0x80);
        return new Guid(bytes, bigEndian: true).ToString("D");
    }

    /// <summary>Something that only who knows the seed can make, e.g. a task's token; asking does not move the counter.</summary>
    internal byte[] Secret(string purpose) => HMACSHA256.HashData(key, Encoding.UTF8.GetBytes(purpose));

    private byte[] Next() => Secret($"draw {count++}");
}
