using Sluice.Local.Cloud.Functions.Streaming;

namespace Sluice.Local.Cloud.Functions.Urls;

/// <summary>The beginning of a streamed answer, up to where it is known what it is.</summary>
internal sealed class UrlOpening(AnswerHead head)
{
    private byte[] _begun = [];

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

        _begun = [.. _begun, .. piece];
        if (UrlReplyReader.BodyAt(_begun) >= 0)
        {
            Reply = UrlReplyReader.Headed(_begun);
            IsFaulty = Reply is null;
        }
        else
        {
            IsFaulty = _begun.Length > UrlReplyReader.LargestHead;
        }

        return Reply;
    }
}
