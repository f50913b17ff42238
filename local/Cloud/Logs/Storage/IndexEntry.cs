using System.Runtime.InteropServices;

namespace Sluice.Local.Cloud.Logs.Storage;

/// <summary>Where a block of a segment begins.</summary>
/// <param name="Offset">In bytes.</param>
/// <param name="First">The place of its first event.</param>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct IndexEntry(long Offset, EventKey First);
