using System.Runtime.InteropServices;

namespace Sluice.Local.Cloud.Processes;

/// <summary>Where a process stands among the others.</summary>
/// <param name="Id">Its own id.</param>
/// <param name="Parent">Whose child it is.</param>
/// <param name="Session">The id of the process that began its session.</param>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct ProcessPlace(int Id, int Parent, int Session);
