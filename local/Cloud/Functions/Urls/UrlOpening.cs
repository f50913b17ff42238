using System.Buffers;
using Sluice.Local.Cloud.Functions.Streaming;

namespace Sluice.Local.Cloud.Functions.Urls;

/// <summary>The beginning of a streamed answer, up to where it is known what it is.</summary>
internal sealed class UrlOpening(AnswerHead head)
{
    private readonly ArrayBufferWriter<byte> _begun = new();

    /// <summary>It has to have a head.</summary>
    public bool IsHeaded { get; } = head.ContentType?.Split(';')[0].Trim().Equals(UrlReplyReader.HeadedType, StringComparison.OrdinalIgnoreCase) == true;

    /// <summary>Known from the end of the head on.</summary>
    public UrlReply? Reply { get; private set; }

    /// <summary>The head is none, or too large.</summary>
    public bool IsFaulty { get; private set; }

    /// <summary>Takes what came.</summary>
    /// <returns>The head with what came behind it; null if more of it is to come, or it is none.</returns>
    public UrlReply? Add(byte[] piece)
    {
        if (!IsHeaded)
        {
            return Reply = UrlReplyReader.Raw(head.ContentType, piece);
        }

        // Where it ends may have come in two pieces.
        var seen = Math.Max(0, _begun.WrittenCount - UrlReplyReader.LongestPartOfEnd);
        _begun.Write(piece);
        if (UrlReplyReader.BodyAt(_begun.WrittenSpan[seen..]) >= 0)
        {
            Reply = UrlReplyReader.Headed(_begun.WrittenSpan.ToArray());
            IsFaulty = Reply is null;
        }
        else
        {
            IsFaulty = _begun.WrittenCount > UrlReplyReader.LargestHead;
        }

        return Reply;
    }
}
