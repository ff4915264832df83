using System.Globalization;
using System.Text;

namespace PromptKit.Benchmarks.Outputs;

/// <summary>Answers of some length.</summary>
internal static class CaseFileJson
{
    public static string Make(int orders)
    {
        var json = new StringBuilder(
            """{"category":"billing","urgency":3,"summary":"The invoice of March is twice what was agreed.","confidence":0.85,"resolved":false,"due":"2026-03-09","orders":["""
        );
        for (var order = 0; order < orders; order++)
        {
            json.Append(order == 0 ? "" : ",")
                .Append(
                    CultureInfo.InvariantCulture,
                    $$"""{"id":{{order}},"item":"Router model {{order}}","price":{{order + 0.5}},"notes":["as ordered","paid \"later\""]}"""
                );
        }

        return json.Append("]}").ToString();
    }
}
