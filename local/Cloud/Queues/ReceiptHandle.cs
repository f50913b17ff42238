using System.Globalization;
using System.Text;

namespace Sluice.Local.Cloud.Queues;

/// <summary>What deletes a message that was received: where it is, and which time it was received. As in SQS an older one works while the message was not received again, and does no harm after.</summary>
internal static class ReceiptHandle
{
    public static string Of(long row, int receives) => Convert.ToBase64String(Encoding.ASCII.GetBytes($"{row}/{receives}"));

    /// <summary>Where the message is; null if it is no handle.</summary>
    public static long? Row(string handle)
    {
        var bytes = new byte[handle.Length];
        return Convert.TryFromBase64String(handle, bytes, out var length)
            && Encoding.ASCII.GetString(bytes, 0, length).Split('/') is [var row, _]
            && long.TryParse(row, NumberStyles.None, CultureInfo.InvariantCulture, out var id)
            ? id
            : null;
    }
}
