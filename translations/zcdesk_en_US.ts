<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en_US" sourcelanguage="zh_CN">
<context>
    <name>AboutSection</name>
    <message>
        <source>综窗台 {version}：政务服务综合窗口的收件程序。</source>
        <translation>zcdesk {version}: the program of a window of a government service hall.</translation>
    </message>
    <message>
        <source>本程序按 Apache License 2.0 提供，不附带任何担保。</source>
        <translation>Offered under the Apache License 2.0, without any warranty.</translation>
    </message>
    <message>
        <source>界面用 Qt 6 和 PySide6，数据库连接用 psycopg，均按 LGPL-3.0 使用，未作修改，是可以自行替换的单独文件；为替换而反向分析本程序不受限制。</source>
        <translation>Screens by Qt 6 and PySide6, the database link by psycopg, all under the LGPL-3.0, unmodified, as separate files anyone may replace; taking this program apart to do so is not forbidden.</translation>
    </message>
    <message>
        <source>字体：Noto Sans SC、Noto Serif SC、花园明朝，OFL-1.1；图标：Tabler，MIT。</source>
        <translation>Fonts: Noto Sans SC, Noto Serif SC, Hanazono Mincho, OFL-1.1; icons: Tabler, MIT.</translation>
    </message>
    <message>
        <source>全部组件、版本和许可见 {folder} 里的 THIRD-PARTY.md 和 licences。</source>
        <translation>Every part with its version and licence: THIRD-PARTY.md and licences in {folder}.</translation>
    </message>
    <message>
        <source>未作任何认证声明；与等级保护的对应见 docs/compliance.md。</source>
        <translation>No certification is claimed; docs/compliance.md maps the controls of China&apos;s graded protection.</translation>
    </message>
</context>
<context>
    <name>ActBar</name>
    <message>
        <source>（{n} 页未看）</source>
        <translation> ({n} unseen)</translation>
    </message>
    <message>
        <source>环节</source>
        <translation>Stages</translation>
    </message>
    <message>
        <source>录入单</source>
        <translation>Sheet</translation>
    </message>
    <message>
        <source>时限</source>
        <translation>Limits</translation>
    </message>
    <message>
        <source>接手</source>
        <translation>Take over</translation>
    </message>
</context>
<context>
    <name>ActForm</name>
    <message>
        <source>取消</source>
        <translation>Cancel</translation>
    </message>
    <message>
        <source>请填写</source>
        <translation>Fill this in</translation>
    </message>
    <message>
        <source>日期写成 2026-12-01</source>
        <translation>Write the date as 2026-12-01</translation>
    </message>
    <message>
        <source>没有改动：空格换收没收，数字改份数</source>
        <translation>Nothing changed: Space in or out, digits copies</translation>
    </message>
    <message>
        <source>请按空格选要退的</source>
        <translation>Pick what goes back with Space</translation>
    </message>
</context>
<context>
    <name>Acting</name>
    <message>
        <source>（新增）</source>
        <translation> (new)</translation>
    </message>
    <message>
        <source>承诺 {n} 个{unit}，自今天受理起算；受理通知书随即打印，并告知申请人</source>
        <translation>Promised in {n} {unit}, counted from today; the notice prints and the applicant is told</translation>
    </message>
    <message>
        <source>无</source>
        <translation>none</translation>
    </message>
    <message>
        <source>发放时须收回：{names}</source>
        <translation>To collect on issue: {names}</translation>
    </message>
    <message>
        <source>已满第 5 个工作日，依法视为收件之日受理，办理的是确认</source>
        <translation>Five working days have passed: accepted by law as of the receipt; this only records it</translation>
    </message>
    <message>
        <source>请照证照原样填写，不填的由出件窗口目视核对</source>
        <translation>As it stands on the certificate; what is left empty is compared by eye</translation>
    </message>
    <message>
        <source>还没有标出问题，请先在材料上按 {keys[review.problem]}</source>
        <translation>No problem marked yet; press {keys[review.problem]} on a material first</translation>
    </message>
    <message>
        <source>有 {n} 项标了问题：{names}。确定受理？退回请按 Esc 再按 {keys[review.return]}</source>
        <translation>{n} marked as problems: {names}. Accept all the same? To return it press Esc, then {keys[review.return]}</translation>
    </message>
</context>
<context>
    <name>AnswerEditor</name>
    <message>
        <source>答复人姓名</source>
        <translation>Officer who answers</translation>
    </message>
    <message>
        <source>可收</source>
        <translation>May be taken</translation>
    </message>
    <message>
        <source>不可收</source>
        <translation>May not be taken</translation>
    </message>
    <message>
        <source>答复内容（可不填）</source>
        <translation>Answer (optional)</translation>
    </message>
    <message>
        <source>答复内容</source>
        <translation>Answer</translation>
    </message>
</context>
<context>
    <name>ApplicantPanel</name>
    <message>
        <source>个人</source>
        <translation>Person</translation>
    </message>
    <message>
        <source>企业、组织</source>
        <translation>Organisation</translation>
    </message>
    <message>
        <source>读身份证</source>
        <translation>Read ID card</translation>
    </message>
    <message>
        <source>本人</source>
        <translation>In person</translation>
    </message>
    <message>
        <source>代办</source>
        <translation>Acting for someone else</translation>
    </message>
    <message>
        <source>单位经办人</source>
        <translation>Unit&apos;s clerk</translation>
    </message>
    <message>
        <source>代办员</source>
        <translation>Agent officer</translation>
    </message>
    <message>
        <source>授权委托书（介绍信）已核对</source>
        <translation>Letter of authority checked</translation>
    </message>
    <message>
        <source>完成</source>
        <translation>Done</translation>
    </message>
    <message>
        <source>申请人</source>
        <translation>Applicant</translation>
    </message>
    <message>
        <source>谁来办理</source>
        <translation>Who is here</translation>
    </message>
    <message>
        <source>多人办理：导入名册</source>
        <translation>Several applicants: import roster</translation>
    </message>
    <message>
        <source>返回</source>
        <translation>Back</translation>
    </message>
</context>
<context>
    <name>ArchivePanel</name>
    <message>
        <source>待归档</source>
        <translation>To archive</translation>
    </message>
    <message>
        <source>Enter 归档并打印移交目录</source>
        <translation>Enter archives and prints the directory</translation>
    </message>
    <message>
        <source>件号</source>
        <translation>Case no.</translation>
    </message>
    <message>
        <source>事项</source>
        <translation>Matter</translation>
    </message>
    <message>
        <source>期限</source>
        <translation>Due</translation>
    </message>
    <message>
        <source>待归档的办件</source>
        <translation>Cases to archive</translation>
    </message>
    <message>
        <source>没有待归档的办件</source>
        <translation>Nothing to archive</translation>
    </message>
    <message>
        <source>移交目录编号</source>
        <translation>Directory no.</translation>
    </message>
    <message>
        <source>归档</source>
        <translation>Archive</translation>
    </message>
    <message>
        <source>请填写</source>
        <translation>Please fill in</translation>
    </message>
    <message>
        <source>{number} 已归档，归档号 {archive}</source>
        <translation>{number} archived as {archive}</translation>
    </message>
    <message>
        <source>{number} 已归档，归档号联网后自动取得</source>
        <translation>{number} archived; its number comes with the network</translation>
    </message>
</context>
<context>
    <name>Arrival</name>
    <message>
        <source>另一张证件，未作改动。换人或代办请按 {keys[F4]}</source>
        <translation>Another card, nothing changed. {keys[F4]} to change the person or add an agent</translation>
    </message>
    <message>
        <source>该申请人有容缺待补 {n} 件，按 {keys[F4]} 查看</source>
        <translation>Promised papers due from this applicant: {n}; {keys[F4]} to see</translation>
    </message>
    <message>
        <source>该申请人在办 {n} 件，按 {keys[F4]} 查看</source>
        <translation>Open cases of this applicant: {n}; {keys[F4]} to see</translation>
    </message>
    <message>
        <source>取号单、预约码或告知书</source>
        <translation>a ticket, a booking code or a notice</translation>
    </message>
</context>
<context>
    <name>AttentionPage</name>
    <message>
        <source>待人看的记录</source>
        <translation>Records to look at</translation>
    </message>
    <message>
        <source>原因</source>
        <translation>Reason</translation>
    </message>
    <message>
        <source>号码或编号</source>
        <translation>Number</translation>
    </message>
    <message>
        <source>记录</source>
        <translation>Record</translation>
    </message>
    <message>
        <source>谁、何时</source>
        <translation>Who, when</translation>
    </message>
    <message>
        <source>先到的是</source>
        <translation>Came first</translation>
    </message>
    <message>
        <source>没有需要人看的记录</source>
        <translation>Nothing needs a look</translation>
    </message>
    <message>
        <source>已看</source>
        <translation>Seen</translation>
    </message>
    <message>
        <source>返回</source>
        <translation>Back</translation>
    </message>
    <message>
        <source>本窗口</source>
        <translation>This window</translation>
    </message>
    <message>
        <source>别的窗口</source>
        <translation>Another window</translation>
    </message>
    <message>
        <source>都已保存，先到的有效；后到的由主管决定</source>
        <translation>All is kept; the first holds, a manager decides on the later</translation>
    </message>
    <message>
        <source>“已看”只表示本窗口有人看过；登录由主管按“已看”核实</source>
        <translation>“Seen” means only that somebody here looked; for a login it is a supervisor’s confirmation</translation>
    </message>
    <message>
        <source>看办件</source>
        <translation>Show the case</translation>
    </message>
    <message>
        <source>只在本机，核对后重办</source>
        <translation>On this PC only; check, do it again</translation>
    </message>
</context>
<context>
    <name>AuditPage</name>
    <message>
        <source>审计</source>
        <translation>Audit</translation>
    </message>
    <message>
        <source>全部</source>
        <translation>All</translation>
    </message>
    <message>
        <source>查找</source>
        <translation>Find</translation>
    </message>
    <message>
        <source>更早的</source>
        <translation>Earlier</translation>
    </message>
    <message>
        <source>表格</source>
        <translation>Table</translation>
    </message>
    <message>
        <source>核验记录</source>
        <translation>Verify the record</translation>
    </message>
    <message>
        <source>正在核验全部记录…</source>
        <translation>Verifying the whole record…</translation>
    </message>
    <message>
        <source>操作记录 {first} 至 {last}</source>
        <translation>Actions from {first} to {last}</translation>
    </message>
    <message>
        <source>日期请写成 2026-11-24；空着就是不限</source>
        <translation>Write a day as 2026-11-24; leave it empty for any</translation>
    </message>
    <message>
        <source>{n} 条</source>
        <translation>Entries: {n}</translation>
    </message>
    <message>
        <source>没有符合条件的记录，请放宽条件</source>
        <translation>Nothing was found; ask for less</translation>
    </message>
    <message>
        <source>{n} 条，还有更早的</source>
        <translation>Entries: {n}, and earlier ones</translation>
    </message>
    <message>
        <source>核验通过：{acts} 条记录、{n} 条链首尾相连，没有改动、缺失或插入</source>
        <translation>Verified, all whole (entries {acts}, chains {n}); none altered, missing or put in</translation>
    </message>
    <message>
        <source>核验不通过，{n} 处有问题：{places}。请保留现场并联系信息科</source>
        <translation>Not whole, faults {n}: {places}. Leave everything as it is and call IT</translation>
    </message>
    <message>
        <source>时间</source>
        <translation>Time</translation>
    </message>
    <message>
        <source>人员</source>
        <translation>Person</translation>
    </message>
    <message>
        <source>做了什么</source>
        <translation>Action</translation>
    </message>
    <message>
        <source>对象</source>
        <translation>About</translation>
    </message>
    <message>
        <source>说明</source>
        <translation>Note</translation>
    </message>
    <message>
        <source>工作站</source>
        <translation>Station</translation>
    </message>
    <message>
        <source>从</source>
        <translation>From</translation>
    </message>
    <message>
        <source>到</source>
        <translation>To</translation>
    </message>
    <message>
        <source>工号</source>
        <translation>Staff no.</translation>
    </message>
    <message>
        <source>编号</source>
        <translation>Number</translation>
    </message>
</context>
<context>
    <name>AuthorityPaper</name>
    <message>
        <source>没有配置高拍仪，委托书原件照常留存</source>
        <translation>No document camera is set up; the paper itself is kept as ever</translation>
    </message>
    <message>
        <source>委托书已扫描 {n} 页</source>
        <translation>Pages scanned of the authorisation: {n}</translation>
    </message>
</context>
<context>
    <name>Band</name>
    <message>
        <source>收起</source>
        <translation>Dismiss</translation>
    </message>
</context>
<context>
    <name>Banner</name>
    <message>
        <source>请取号等候，叫到您时请到窗口</source>
        <translation>Take a number and wait; go to the window when it is called</translation>
    </message>
    <message>
        <source>{no} 请到 {w} 号窗口</source>
        <translation>{no} please go to window {w}</translation>
    </message>
    <message>
        <source>请到</source>
        <translation>please go to</translation>
    </message>
    <message>
        <source>{w} 号窗口</source>
        <translation>window {w}</translation>
    </message>
    <message>
        <source>请到 {w} 号窗口</source>
        <translation>please go to window {w}</translation>
    </message>
</context>
<context>
    <name>BatchBar</name>
    <message>
        <source>下一位</source>
        <translation>Next</translation>
    </message>
    <message>
        <source>已办完 {n}，还有 {m}</source>
        <translation>{n} done, {m} left</translation>
    </message>
</context>
<context>
    <name>Beside</name>
    <message>
        <source>要改</source>
        <translation>To mend</translation>
    </message>
    <message>
        <source>检查</source>
        <translation>Check</translation>
    </message>
    <message>
        <source>检查：{n} 处要改，Enter 到那一栏</source>
        <translation>Check: {n} to mend; Enter goes there</translation>
    </message>
    <message>
        <source>检查：通过</source>
        <translation>Check: passed</translation>
    </message>
    <message>
        <source>未受理</source>
        <translation>Not taken in</translation>
    </message>
    <message>
        <source>生效中</source>
        <translation>In force</translation>
    </message>
    <message>
        <source>第 {v} 版生效中</source>
        <translation>Version {v} in force</translation>
    </message>
    <message>
        <source>未受理：{reason}</source>
        <translation>Not taken in: {reason}</translation>
    </message>
    <message>
        <source>下一版自 {day} 起生效</source>
        <translation>The next version begins on {day}</translation>
    </message>
    <message>
        <source>示例：材料清单待部门确认</source>
        <translation>Sample: the department has to confirm the list</translation>
    </message>
    <message>
        <source>没有窗口受理，请到“窗口与事项”加上</source>
        <translation>No window takes it; add it under Windows and matters</translation>
    </message>
    <message>
        <source>（{author}起草，{approver}批准）</source>
        <translation> (written by {author}, approved by {approver})</translation>
    </message>
    <message>
        <source>{who}起草，{time}</source>
        <translation>Written by {who}, {time}</translation>
    </message>
    <message>
        <source>批准后自 {day} 起生效</source>
        <translation>Once approved it begins on {day}</translation>
    </message>
    <message>
        <source>申请停办：{why}</source>
        <translation>To be withdrawn: {why}</translation>
    </message>
    <message>
        <source>{who}退回：{why}</source>
        <translation>Returned by {who}: {why}</translation>
    </message>
    <message>
        <source>您参与起草，由另一位主管或管理员批准</source>
        <translation>You wrote a part; another supervisor or administrator approves</translation>
    </message>
    <message>
        <source>您若改动并保存，就由另一位批准</source>
        <translation>If you change and save it, somebody else approves</translation>
    </message>
</context>
<context>
    <name>BoardWindow</name>
    <message>
        <source>综窗台 · 大厅屏</source>
        <translation>zcdesk · hall board</translation>
    </message>
    <message>
        <source>显示暂停，请听语音或看窗口屏</source>
        <translation>Display stopped: listen to the calls or watch the window screens</translation>
    </message>
    <message>
        <source>数据 {time}</source>
        <translation>data of {time}</translation>
    </message>
    <message>
        <source>{w} 号窗口暂停服务：{why}</source>
        <translation>Window {w} is paused: {why}</translation>
    </message>
    <message>
        <source>过号 {numbers} 请到导办台</source>
        <translation>Missed {numbers}: please see the guide</translation>
    </message>
    <message>
        <source>领证请到 {w} 号窗口</source>
        <translation>Results are handed out at window {w}</translation>
    </message>
    <message>
        <source>请留意屏幕和语音，过号请到导办台</source>
        <translation>Watch the screen and listen; if you missed your call, see the guide</translation>
    </message>
    <message>
        <source>演示：这里的号码都是模拟的</source>
        <translation>Demo: all numbers here are simulated</translation>
    </message>
</context>
<context>
    <name>BookingPage</name>
    <message>
        <source>预约取号：请扫预约码，或输入预约码</source>
        <translation>Booked number: scan the booking code or type it in</translation>
    </message>
    <message>
        <source>预约码</source>
        <translation>Booking code</translation>
    </message>
    <message>
        <source>取号</source>
        <translation>Take number</translation>
    </message>
    <message>
        <source>请先输入预约码</source>
        <translation>Type the booking code first</translation>
    </message>
</context>
<context>
    <name>BookingsPage</name>
    <message>
        <source>预约</source>
        <translation>Bookings</translation>
    </message>
    <message>
        <source>没有预约；别处做的预约用“导入表格”取进来</source>
        <translation>No bookings; bookings made elsewhere come in with “Import table”</translation>
    </message>
    <message>
        <source>今天</source>
        <translation>Today</translation>
    </message>
    <message>
        <source>以后</source>
        <translation>Later</translation>
    </message>
    <message>
        <source>时间</source>
        <translation>Time</translation>
    </message>
    <message>
        <source>业务</source>
        <translation>Category</translation>
    </message>
    <message>
        <source>状态</source>
        <translation>State</translation>
    </message>
    <message>
        <source>号码</source>
        <translation>Number</translation>
    </message>
    <message>
        <source>预约码</source>
        <translation>Booking code</translation>
    </message>
    <message>
        <source>预约码 {code}</source>
        <translation>Booking code {code}</translation>
    </message>
    <message>
        <source>{time} 取号 {no}</source>
        <translation>Number {no} taken at {time}</translation>
    </message>
    <message>
        <source>迟到，按普通号排队</source>
        <translation>Late: waits as an ordinary number</translation>
    </message>
    <message>
        <source>导入表格</source>
        <translation>Import table</translation>
    </message>
    <message>
        <source>存空白表格</source>
        <translation>Save empty table</translation>
    </message>
    <message>
        <source>取消这个预约</source>
        <translation>Call this booking off</translation>
    </message>
    <message>
        <source>预约人不再凭预约码取号，可以取普通号</source>
        <translation>Its code gives no number any more; an ordinary one can be taken</translation>
    </message>
    <message>
        <source>表格 (*.xlsx *.csv)</source>
        <translation>Tables (*.xlsx *.csv)</translation>
    </message>
    <message>
        <source>表格 (*.xlsx)</source>
        <translation>Tables (*.xlsx)</translation>
    </message>
    <message>
        <source>导入：新增 {made}，改动 {changed}，取消 {cancelled}，没有变化 {same}</source>
        <translation>Imported: {made} new, {changed} changed, {cancelled} cancelled, {same} as before</translation>
    </message>
    <message>
        <source>{n} 行没有导入</source>
        <translation>Rows not imported: {n}</translation>
    </message>
    <message>
        <source>第 {no} 行：{why}</source>
        <translation>Row {no}: {why}</translation>
    </message>
</context>
<context>
    <name>Callers</name>
    <message>
        <source>{device} 不认识这些字，已代替：{chars}，请口头说明</source>
        <translation>{device} does not know these characters, replaced: {chars}; say them aloud</translation>
    </message>
</context>
<context>
    <name>CallingSection</name>
    <message>
        <source>关</source>
        <translation>Off</translation>
    </message>
    <message>
        <source>开</source>
        <translation>On</translation>
    </message>
    <message>
        <source>出了要您处理的事，电脑响一声；音量在系统里调</source>
        <translation>A sound when something wants you; its volume is set in the system</translation>
    </message>
    <message>
        <source>提示音</source>
        <translation>Prompt</translation>
    </message>
    <message>
        <source>没有可以调的语音叫号器。到“设备”页连接，连上以后音量、遍数和语言在这里调。</source>
        <translation>No voice that can be adjusted. Connect one on the page Devices; its volume, repeats and language are set here then.</translation>
    </message>
    <message>
        <source>全大厅小声叫号的时段（如午间）是规定：管理、制度、轻声时段。</source>
        <translation>The hours in which the whole hall calls softly (such as noon) are a policy: Hall, Policies, Quiet hours.</translation>
    </message>
    <message>
        <source>试听</source>
        <translation>Listen</translation>
    </message>
</context>
<context>
    <name>Calls</name>
    <message>
        <source>{no} 已重呼</source>
        <translation>{no} recalled</translation>
    </message>
    <message>
        <source>{no} 已过号</source>
        <translation>{no} marked no-show</translation>
    </message>
    <message>
        <source>无号</source>
        <translation>No ticket</translation>
    </message>
    <message>
        <source>{no} 已挂起</source>
        <translation>{no} parked</translation>
    </message>
    <message>
        <source>{no} 已转出</source>
        <translation>{no} transferred</translation>
    </message>
    <message>
        <source>{no} 已重新排队</source>
        <translation>{no} is back in the queue</translation>
    </message>
    <message>
        <source>已补录为 {no}，请写在手写号上</source>
        <translation>Entered as {no}; write it on the handwritten slip</translation>
    </message>
    <message>
        <source>今日排队已结束，{n} 个号码不再叫</source>
        <translation>Today&apos;s queue has ended; numbers not called any more: {n}</translation>
    </message>
    <message>
        <source>{no} 到 {w} 号窗口</source>
        <translation>{no} to window {w}</translation>
    </message>
    <message>
        <source>号码</source>
        <translation>Number</translation>
    </message>
    <message>
        <source>窗口</source>
        <translation>Window</translation>
    </message>
    <message>
        <source>已补录 {no}</source>
        <translation>{no} is entered</translation>
    </message>
</context>
<context>
    <name>CaseDetail</name>
    <message>
        <source>申请人</source>
        <translation>Applicant</translation>
    </message>
    <message>
        <source>证件号</source>
        <translation>ID number</translation>
    </message>
    <message>
        <source>手机</source>
        <translation>Mobile</translation>
    </message>
    <message>
        <source>返回</source>
        <translation>Back</translation>
    </message>
    <message>
        <source>办理操作</source>
        <translation>Acts</translation>
    </message>
    <message>
        <source>导出档案</source>
        <translation>Export file</translation>
    </message>
    <message>
        <source>{time} {w}号窗口收件</source>
        <translation>taken in {time} at window {w}</translation>
    </message>
    <message>
        <source>作废回执 {no}</source>
        <translation>void receipt {no}</translation>
    </message>
    <message>
        <source>已删除</source>
        <translation>Erased</translation>
    </message>
    <message>
        <source>日期请写成 2026-12-01 的样子</source>
        <translation>Write the date like 2026-12-01</translation>
    </message>
    <message>
        <source>{act}已记录</source>
        <translation>{act}: recorded</translation>
    </message>
    <message>
        <source>按住 Ctrl 显示，每次查看都有记录</source>
        <translation>Hold Ctrl to see; each look is recorded</translation>
    </message>
    <message>
        <source>可以办理</source>
        <translation>What can be done</translation>
    </message>
    <message>
        <source>数字键换页签</source>
        <translation>Digits change the tab</translation>
    </message>
</context>
<context>
    <name>CaseExport</name>
    <message>
        <source>档案已写到 {path}</source>
        <translation>Case file written to {path}</translation>
    </message>
</context>
<context>
    <name>CaseHead</name>
    <message>
        <source>个人信息已删除</source>
        <translation>Personal record erased</translation>
    </message>
    <message>
        <source>{n}号窗口</source>
        <translation>Window {n}</translation>
    </message>
    <message>
        <source>收件 {at}</source>
        <translation>Taken in {at}</translation>
    </message>
    <message>
        <source>坚持递交</source>
        <translation>Handed in on insistence</translation>
    </message>
    <message>
        <source>证件手工录入</source>
        <translation>Identity typed by hand</translation>
    </message>
    <message>
        <source>只读</source>
        <translation>Read-only</translation>
    </message>
    <message>
        <source>{name} {time} 起在看，只读</source>
        <translation>{name} has it since {time}, read-only</translation>
    </message>
    <message>
        <source>{name} {time} 也看了</source>
        <translation>{name} looked too, {time}</translation>
    </message>
</context>
<context>
    <name>CaseProgress</name>
    <message>
        <source>（牵头）</source>
        <translation> (lead)</translation>
    </message>
    <message>
        <source>第 {turn} 步 {name} · {department}{lead}：{how}</source>
        <translation>Turn {turn} {name} · {department}{lead}: {how}</translation>
    </message>
    <message>
        <source>未开始</source>
        <translation>Not begun</translation>
    </message>
    <message>
        <source>办理中</source>
        <translation>Under way</translation>
    </message>
    <message>
        <source>同意</source>
        <translation>Agree</translation>
    </message>
    <message>
        <source>不同意</source>
        <translation>Disagree</translation>
    </message>
    <message>
        <source>已结束</source>
        <translation>Ended</translation>
    </message>
    <message>
        <source>进行中，停表</source>
        <translation>running, clock stopped</translation>
    </message>
    <message>
        <source>特别程序 {name}：{how}</source>
        <translation>Special step {name}: {how}</translation>
    </message>
    <message>
        <source>等答复</source>
        <translation>awaiting answer</translation>
    </message>
    <message>
        <source>已延长 {n} 个工作日，批准人 {name}</source>
        <translation>Extended by {n} working days, approved by {name}</translation>
    </message>
    <message>
        <source>已退回补正 {n} 次：{names}</source>
        <translation>Returned {n}×: {names}</translation>
    </message>
    <message>
        <source>督办：{text}</source>
        <translation>Reminder: {text}</translation>
    </message>
    <message>
        <source>有一条记录与现状冲突（{at}），请处理</source>
        <translation>A record conflicts with the state ({at}); settle it</translation>
    </message>
</context>
<context>
    <name>CasesPage</name>
    <message>
        <source>查询</source>
        <translation>Search</translation>
    </message>
    <message>
        <source>件号、今日票号、姓名、证件或手机后四位、事项；也可以直接扫码</source>
        <translation>Case number, today&apos;s ticket, name, last four of ID or mobile, matter; or scan</translation>
    </message>
    <message>
        <source>输入后自动查找，个人信息不显示全文</source>
        <translation>Type and it is looked up; personal data stay masked</translation>
    </message>
    <message>
        <source>没有找到，请核对后再查</source>
        <translation>Nothing found; compare and try again</translation>
    </message>
</context>
<context>
    <name>CataloguePage</name>
    <message>
        <source>事项管理</source>
        <translation>Catalogue</translation>
    </message>
    <message>
        <source>选一个事项，Enter 开始修改</source>
        <translation>Choose a matter; Enter begins to write</translation>
    </message>
    <message>
        <source>已批准，第 {v} 版</source>
        <translation>Approved: version {v}</translation>
    </message>
    <message>
        <source>已退回</source>
        <translation>Returned</translation>
    </message>
    <message>
        <source>已放弃未保存的修改</source>
        <translation>Unsaved changes given up</translation>
    </message>
    <message>
        <source>已放弃这一稿</source>
        <translation>Draft given up</translation>
    </message>
    <message>
        <source>已批准 {n} 个事项</source>
        <translation>Matters approved: {n}</translation>
    </message>
    <message>
        <source>已提交复核</source>
        <translation>Handed in for approval</translation>
    </message>
    <message>
        <source>草稿已保存</source>
        <translation>Draft saved</translation>
    </message>
    <message>
        <source>待复核 {n}</source>
        <translation>{n} to approve</translation>
    </message>
    <message>
        <source>导入部门表</source>
        <translation>Import a table</translation>
    </message>
    <message>
        <source>导出列表</source>
        <translation>Export the list</translation>
    </message>
    <message>
        <source>复制为新事项</source>
        <translation>Copy as a new matter</translation>
    </message>
    <message>
        <source>一件事</source>
        <translation>Packages</translation>
    </message>
    <message>
        <source>停办本事项</source>
        <translation>Withdraw this matter</translation>
    </message>
    <message>
        <source>批准后各窗口不再受理；已收的件照常办完</source>
        <translation>Once approved no window takes it in; cases go on as they are</translation>
    </message>
</context>
<context>
    <name>ChangeActs</name>
    <message>
        <source>生效</source>
        <translation>Begins</translation>
    </message>
    <message>
        <source>批准时；定日写 2026-12-01</source>
        <translation>At approval, or 2026-12-01</translation>
    </message>
    <message>
        <source>生效日期</source>
        <translation>Day it begins</translation>
    </message>
    <message>
        <source>放弃修改</source>
        <translation>Give up</translation>
    </message>
    <message>
        <source>停办</source>
        <translation>Withdraw</translation>
    </message>
    <message>
        <source>批准列表中全部</source>
        <translation>Approve all listed</translation>
    </message>
    <message>
        <source>退回修改</source>
        <translation>Return</translation>
    </message>
    <message>
        <source>存草稿</source>
        <translation>Save draft</translation>
    </message>
    <message>
        <source>提交复核</source>
        <translation>Hand in</translation>
    </message>
    <message>
        <source>批准发布</source>
        <translation>Approve</translation>
    </message>
    <message>
        <source>理由</source>
        <translation>Reason</translation>
    </message>
    <message>
        <source>起草人会看到理由</source>
        <translation>Whoever wrote it sees the reason</translation>
    </message>
</context>
<context>
    <name>ChangesPage</name>
    <message>
        <source>编码</source>
        <translation>Code</translation>
    </message>
    <message>
        <source>事项</source>
        <translation>Matter</translation>
    </message>
    <message>
        <source>变化</source>
        <translation>Change</translation>
    </message>
    <message>
        <source>有变化的事项</source>
        <translation>Changed matters</translation>
    </message>
    <message>
        <source>自 {day} 以来</source>
        <translation>Since {day}</translation>
    </message>
    <message>
        <source>第 {old} 版 → 第 {new} 版</source>
        <translation>Version {old} → {new}</translation>
    </message>
    <message>
        <source>不再受理：{reason}</source>
        <translation>No longer taken in: {reason}</translation>
    </message>
    <message>
        <source>新开办，{department}；材料：{papers}</source>
        <translation>New, {department}; materials: {papers}</translation>
    </message>
    <message>
        <source>只换了版本，内容没有变化</source>
        <translation>A new version that says the same</translation>
    </message>
    <message>
        <source>停办</source>
        <translation>Withdraw</translation>
    </message>
    <message>
        <source>新开办</source>
        <translation>New</translation>
    </message>
    <message>
        <source>有改动</source>
        <translation>Changed</translation>
    </message>
    <message>
        <source>正在办的件按原版办完</source>
        <translation>Open visits go on with their own version</translation>
    </message>
    <message>
        <source>返回</source>
        <translation>Back</translation>
    </message>
    <message>
        <source>新的一件事，{department}牵头；可能要办：{matters}</source>
        <translation>A new package, led by {department}; it may need: {matters}</translation>
    </message>
</context>
<context>
    <name>CheckList</name>
    <message>
        <source>窗口自取</source>
        <translation>Collect at the hall</translation>
    </message>
    <message>
        <source>邮寄送达</source>
        <translation>Send by post</translation>
    </message>
    <message>
        <source>收件人、电话、地址</source>
        <translation>Recipient, phone, address</translation>
    </message>
    <message>
        <source>邮寄地址</source>
        <translation>Postal address</translation>
    </message>
    <message>
        <source>改</source>
        <translation>Edit</translation>
    </message>
    <message>
        <source>另有 {n} 项</source>
        <translation>{n} more</translation>
    </message>
    <message>
        <source>去处理</source>
        <translation>Go there</translation>
    </message>
</context>
<context>
    <name>CheckPage</name>
    <message>
        <source>确认并打印</source>
        <translation>Confirm and print</translation>
    </message>
    <message>
        <source>核对</source>
        <translation>Check</translation>
    </message>
    <message>
        <source>请逐行看一遍，数字键修改</source>
        <translation>Read each line; a digit edits it</translation>
    </message>
    <message>
        <source>预览</source>
        <translation>Preview</translation>
    </message>
    <message>
        <source>返回修改</source>
        <translation>Back to edit</translation>
    </message>
    <message>
        <source>可以收件</source>
        <translation>Ready to receive</translation>
    </message>
    <message>
        <source>还差 {n} 项，不能打印</source>
        <translation>{n} left, cannot print yet</translation>
    </message>
    <message>
        <source>容缺承诺 {n} 份：请申请人签字</source>
        <translation>Promises: {n}; the applicant signs</translation>
    </message>
    <message>
        <source>打印承诺书</source>
        <translation>Print the promise</translation>
    </message>
    <message>
        <source>已签字</source>
        <translation>Signed</translation>
    </message>
    <message>
        <source>有了申请人和事项，这里显示收件通知书</source>
        <translation>With an applicant and a matter the receipt shows here</translation>
    </message>
    <message>
        <source>没有要打印的收件通知书</source>
        <translation>No receipt to print</translation>
    </message>
    <message>
        <source>第 1 份，共 {n} 份</source>
        <translation>1 of {n}</translation>
    </message>
    <message>
        <source>补齐左边所列各项后显示收件通知书</source>
        <translation>The receipt shows once the items on the left are done</translation>
    </message>
</context>
<context>
    <name>ChecklistPanel</name>
    <message>
        <source>材料核验</source>
        <translation>Check materials</translation>
    </message>
    <message>
        <source>该事项无需材料</source>
        <translation>No papers needed</translation>
    </message>
    <message>
        <source>登记所收材料</source>
        <translation>Record a paper</translation>
    </message>
    <message>
        <source>“{name}”没有材料清单。照收须写明原因</source>
        <translation>“{name}” has no material list. Give the reason to take it in</translation>
    </message>
    <message>
        <source>没有材料清单，照收的原因：{why}</source>
        <translation>No material list; taken in because: {why}</translation>
    </message>
    <message>
        <source>目录里没有这个事项的材料清单，收什么按部门要求登记</source>
        <translation>The catalogue has no list for this matter; record what the department wants</translation>
    </message>
    <message>
        <source>合并 {n} 个事项</source>
        <translation>{n} matters merged</translation>
    </message>
    <message>
        <source>{no} {name}：缺，为什么？</source>
        <translation>{no} {name}: missing, why?</translation>
    </message>
    <message>
        <source>{no} {name}：不符，哪里不符？</source>
        <translation>{no} {name}: defective, what is wrong?</translation>
    </message>
    <message>
        <source>{no} {name}：不适用，为什么？</source>
        <translation>{no} {name}: not applicable, why?</translation>
    </message>
    <message>
        <source>{no} {name}：本来免交，为什么要申请人提供？</source>
        <translation>{no} {name}: waived; why ask the applicant for it?</translation>
    </message>
    <message>
        <source>{no} {name}：备注</source>
        <translation>{no} {name}: remark</translation>
    </message>
    <message>
        <source>申请人自愿补充的材料（不计入应交材料，不影响收件）</source>
        <translation>Paper added voluntarily (not required, does not hold up intake)</translation>
    </message>
    <message>
        <source>{no} {name}：部门怎么答复？确认可收的当场收下</source>
        <translation>{no} {name}: what does the department say? If it agrees, take it now</translation>
    </message>
    <message>
        <source>其他申请人都已办完</source>
        <translation>All other applicants are done</translation>
    </message>
    <message>
        <source>已记为请部门确认，有答复后用同一个键记录</source>
        <translation>Put to the department. The same key records its answer</translation>
    </message>
</context>
<context>
    <name>ChipLines</name>
    <message>
        <source>还有 {n} 项</source>
        <translation>{n} more</translation>
    </message>
</context>
<context>
    <name>Choices</name>
    <message>
        <source>返回</source>
        <translation>Back</translation>
    </message>
</context>
<context>
    <name>ClockQuestion</name>
    <message>
        <source>日期已确认</source>
        <translation>Date confirmed</translation>
    </message>
</context>
<context>
    <name>ClosingPage</name>
    <message>
        <source>日清</source>
        <translation>Close the day</translation>
    </message>
    <message>
        <source>对账</source>
        <translation>Comparison</translation>
    </message>
    <message>
        <source>共</source>
        <translation>In all</translation>
    </message>
    <message>
        <source>结果</source>
        <translation>Result</translation>
    </message>
    <message>
        <source>对不上的原因（全部对上可以不写）</source>
        <translation>Why it does not agree (nothing where all agrees)</translation>
    </message>
    <message>
        <source>今天还没有日清</source>
        <translation>The day is not closed yet</translation>
    </message>
    <message>
        <source>{time} 已日清（{clerk}）</source>
        <translation>Closed at {time} ({clerk})</translation>
    </message>
    <message>
        <source>说明</source>
        <translation>Remark</translation>
    </message>
    <message>
        <source>对上</source>
        <translation>agrees</translation>
    </message>
    <message>
        <source>差 {n}</source>
        <translation>{n} missing</translation>
    </message>
    <message>
        <source>今天已日清</source>
        <translation>The day is closed</translation>
    </message>
</context>
<context>
    <name>Collecting</name>
    <message>
        <source>{no} 收回 {name}</source>
        <translation>{no} Take in {name}</translation>
    </message>
</context>
<context>
    <name>Confirm</name>
    <message>
        <source>综窗台</source>
        <translation>zcdesk</translation>
    </message>
    <message>
        <source>不，返回</source>
        <translation>No, go back</translation>
    </message>
</context>
<context>
    <name>ContestedPage</name>
    <message>
        <source>先后冲突的操作</source>
        <translation>Acts that came second</translation>
    </message>
    <message>
        <source>办件</source>
        <translation>Cases</translation>
    </message>
    <message>
        <source>叫号和其他</source>
        <translation>Calls and others</translation>
    </message>
    <message>
        <source>号码或编号</source>
        <translation>Number</translation>
    </message>
    <message>
        <source>后到的</source>
        <translation>Came later</translation>
    </message>
    <message>
        <source>谁、何时</source>
        <translation>Who, when</translation>
    </message>
    <message>
        <source>先到的是 {other}</source>
        <translation>First was {other}</translation>
    </message>
    <message>
        <source>已看</source>
        <translation>Seen</translation>
    </message>
    <message>
        <source>说明（采用后到的：由谁怎样补办）</source>
        <translation>Note (if the later one holds: who does it again, how)</translation>
    </message>
    <message>
        <source>维持先到的</source>
        <translation>The first holds</translation>
    </message>
    <message>
        <source>采用后到的</source>
        <translation>The later holds</translation>
    </message>
    <message>
        <source>另行处理</source>
        <translation>Settle otherwise</translation>
    </message>
    <message>
        <source>没有先后冲突的操作</source>
        <translation>No act came too late</translation>
    </message>
</context>
<context>
    <name>CounterPage</name>
    <message>
        <source>收件</source>
        <translation>Intake</translation>
    </message>
    <message>
        <source>已撤销</source>
        <translation>Undone</translation>
    </message>
    <message>
        <source>无号</source>
        <translation>No ticket</translation>
    </message>
    <message>
        <source>{no} 上次没有办完，已恢复</source>
        <translation>{no} was not finished last time; restored</translation>
    </message>
    <message>
        <source>已一次性告知，编号 {no}</source>
        <translation>One-time notice given, no. {no}</translation>
    </message>
</context>
<context>
    <name>CutOffLine</name>
    <message>
        <source>联系不上大厅服务器：照常取号，号码前加 L；进度可能不是最新的</source>
        <translation>Server out of reach: numbers go on and begin with L; progress may be old</translation>
    </message>
</context>
<context>
    <name>DeferralEditor</name>
    <message>
        <source>补齐期限</source>
        <translation>Due</translation>
    </message>
    <message>
        <source>逾期未补：终止办理并书面告知。承诺书在核对时打印，由申请人签字</source>
        <translation>If late: the case is ended with written notice. The promise is printed at the check and signed by the applicant</translation>
    </message>
    <message>
        <source>{no} {name}：容缺，先收件、后补齐</source>
        <translation>{no} {name}: promised; received now, completed later</translation>
    </message>
    <message>
        <source>最长 {n} 个工作日，即 {date} 前（{why}）</source>
        <translation>{n} working days at most, until {date} ({why})</translation>
    </message>
    <message>
        <source>改为 {date}</source>
        <translation>Set {date}</translation>
    </message>
</context>
<context>
    <name>DeviceFields</name>
    <message>
        <source>型号</source>
        <translation>Model</translation>
    </message>
    <message>
        <source>检测到的端口</source>
        <translation>Ports found</translation>
    </message>
    <message>
        <source>端口</source>
        <translation>Port</translation>
    </message>
    <message>
        <source>COM3、/dev/ttyUSB0、tcp:地址:端口</source>
        <translation>COM3, /dev/ttyUSB0, tcp:host:port</translation>
    </message>
    <message>
        <source>地址（总线上的编号，呼叫器可填 1-8）</source>
        <translation>Address on its bus (pads: 1-8)</translation>
    </message>
    <message>
        <source>本厅自带的设备描述文件（有则不看型号）</source>
        <translation>The hall&apos;s own profile (in place of the model)</translation>
    </message>
    <message>
        <source>（试验）</source>
        <translation> (experimental)</translation>
    </message>
    <message>
        <source>不选型号（激光打印机、PDF 文件夹）</source>
        <translation>No model (laser printer, PDF folder)</translation>
    </message>
</context>
<context>
    <name>DeviceLines</name>
    <message>
        <source>请听、请看……</source>
        <translation>Listen and look…</translation>
    </message>
    <message>
        <source>已保存，下一次就这样</source>
        <translation>Saved; so it will be next time</translation>
    </message>
</context>
<context>
    <name>DeviceWatch</name>
    <message>
        <source>{device}，其他照常，接好后自动恢复</source>
        <translation>{device}; the rest goes on, it comes back by itself once connected</translation>
    </message>
    <message>
        <source>{device}已恢复</source>
        <translation>{device} is back</translation>
    </message>
</context>
<context>
    <name>DevicesPage</name>
    <message>
        <source>设备</source>
        <translation>Devices</translation>
    </message>
    <message>
        <source>状态</source>
        <translation>State</translation>
    </message>
    <message>
        <source>连接</source>
        <translation>Connection</translation>
    </message>
    <message>
        <source>测试</source>
        <translation>Test</translation>
    </message>
    <message>
        <source>监视</source>
        <translation>Watch</translation>
    </message>
    <message>
        <source>检测端口</source>
        <translation>Find ports</translation>
    </message>
    <message>
        <source>连接并保存</source>
        <translation>Connect and save</translation>
    </message>
    <message>
        <source>最近：</source>
        <translation>Lately: </translation>
    </message>
    <message>
        <source>没有变化</source>
        <translation>no change</translation>
    </message>
    <message>
        <source>正在测试，请按提示放卡、按键或看、听……</source>
        <translation>Testing: lay a card, press a key, look or listen as told…</translation>
    </message>
    <message>
        <source>已停止监视</source>
        <translation>No longer watching</translation>
    </message>
    <message>
        <source>正在监视，&gt; 是发出，&lt; 是收到</source>
        <translation>Watching: &gt; is sent, &lt; is received</translation>
    </message>
    <message>
        <source>这个设备没有可监视的线路</source>
        <translation>This device has no line to watch</translation>
    </message>
    <message>
        <source>正在逐个端口询问……</source>
        <translation>Asking on each port…</translation>
    </message>
    <message>
        <source>没有串口，请看连线</source>
        <translation>No serial port; check the cable</translation>
    </message>
    <message>
        <source>{port}：正被 {by} 使用</source>
        <translation>{port}: in use by {by}</translation>
    </message>
    <message>
        <source>{port}：{title}，{baud}</source>
        <translation>{port}: {title}, {baud}</translation>
    </message>
    <message>
        <source>{port}：没有认得的设备回答</source>
        <translation>{port}: no device we know answered</translation>
    </message>
    <message>
        <source>已停用</source>
        <translation>Taken out of use</translation>
    </message>
    <message>
        <source>坏掉的设备不影响办件，接好后自动恢复</source>
        <translation>A broken device holds up no case; it comes back by itself</translation>
    </message>
    <message>
        <source>端口清空再保存，即停用这个设备</source>
        <translation>Save with an empty port to take the device out of use</translation>
    </message>
    <message>
        <source>返回</source>
        <translation>Back</translation>
    </message>
    <message>
        <source>已保存，按 {keys[devices.test]} 测试</source>
        <translation>Saved; press {keys[devices.test]} to test</translation>
    </message>
</context>
<context>
    <name>DevicesStep</name>
    <message>
        <source>设备</source>
        <translation>Devices</translation>
    </message>
    <message>
        <source>接好电源和线后按 F5 查找。没有的设备留空，以后在“设备”页再接，不影响办件。</source>
        <translation>Connect power and cables, then press F5 to search. Leave empty what is not there; it can be connected later on the page Devices.</translation>
    </message>
    <message>
        <source>查找</source>
        <translation>Search</translation>
    </message>
    <message>
        <source>测试光标所在的设备</source>
        <translation>Test the device at the cursor</translation>
    </message>
    <message>
        <source>正在询问……</source>
        <translation>Asking…</translation>
    </message>
    <message>
        <source>找到了，按 F6 测试</source>
        <translation>Found; F6 tests it</translation>
    </message>
    <message>
        <source>没有回答：看电源和线，换个口再查找，或留空</source>
        <translation>No answer: check power and cable, try another port, or leave empty</translation>
    </message>
    <message>
        <source>先按 F5 查找，或填地址</source>
        <translation>Press F5 to search, or enter an address</translation>
    </message>
    <message>
        <source>正在测试，请放卡、按键或看、听……</source>
        <translation>Testing: lay a card, press a key, look or listen…</translation>
    </message>
    <message>
        <source>没有反应？选择{device}的型号</source>
        <translation>No answer? Model: {device}</translation>
    </message>
    <message>
        <source>再填端口，例如 serial:/dev/ttyUSB0</source>
        <translation>Add the port, such as serial:/dev/ttyUSB0</translation>
    </message>
</context>
<context>
    <name>Differences</name>
    <message>
        <source>差异</source>
        <translation>Differences</translation>
    </message>
    <message>
        <source>未扫到</source>
        <translation>Not scanned</translation>
    </message>
    <message>
        <source>不在单上</source>
        <translation>Not on the list</translation>
    </message>
    <message>
        <source>哪一项</source>
        <translation>Field</translation>
    </message>
    <message>
        <source>本厅</source>
        <translation>This hall</translation>
    </message>
    <message>
        <source>平台</source>
        <translation>Platform</translation>
    </message>
    <message>
        <source>与平台不一致</source>
        <translation>Differs from the platform</translation>
    </message>
    <message>
        <source>本厅和平台没有不一致的</source>
        <translation>Hall and platform agree in everything</translation>
    </message>
    <message>
        <source>件号</source>
        <translation>Case no.</translation>
    </message>
</context>
<context>
    <name>DonePage</name>
    <message>
        <source>呼叫下一位</source>
        <translation>Call next</translation>
    </message>
    <message>
        <source>已接收材料</source>
        <translation>Materials taken</translation>
    </message>
    <message>
        <source>已收件</source>
        <translation>Received</translation>
    </message>
    <message>
        <source>（{n} 件）</source>
        <translation> (cases: {n})</translation>
    </message>
    <message>
        <source>打印不影响叫下一位</source>
        <translation>You can call the next one while it prints</translation>
    </message>
    <message>
        <source>补打</source>
        <translation>Reprint</translation>
    </message>
    <message>
        <source>请双手递给申请人，并告知：材料由部门决定是否受理，结果会通知</source>
        <translation>Hand it over with both hands and say: the department decides on acceptance and will let you know</translation>
    </message>
    <message>
        <source>请双手递给申请人，请他核对；扫码可查进度</source>
        <translation>Hand it over with both hands to be checked; the code shows progress</translation>
    </message>
    <message>
        <source>；容缺材料请在 {date} 前补齐</source>
        <translation>; promised papers are due by {date}</translation>
    </message>
    <message>
        <source>文书还没有打，按 Enter 打印</source>
        <translation>Not printed yet; press Enter to print</translation>
    </message>
    <message>
        <source>寄来的件：到“邮件”用短信或回寄答复寄件人；扫码可查进度</source>
        <translation>Came by post: answer the sender in Mail, by message or by post. The code shows the progress</translation>
    </message>
</context>
<context>
    <name>Drawer</name>
    <message>
        <source>其他，写明…</source>
        <translation>Other, specify…</translation>
    </message>
</context>
<context>
    <name>DueDots</name>
    <message>
        <source>超期与临期</source>
        <translation>Overdue and due</translation>
    </message>
    <message>
        <source>{department}：超期 {late} 件，今日到期 {today} 件</source>
        <translation>{department}: {late} overdue, {today} due today</translation>
    </message>
    <message>
        <source>没有超期，也没有今日到期</source>
        <translation>Nothing overdue, nothing due today</translation>
    </message>
</context>
<context>
    <name>DutyPage</name>
    <message>
        <source>管理</source>
        <translation>Hall</translation>
    </message>
</context>
<context>
    <name>Editor</name>
    <message>
        <source>确认</source>
        <translation>OK</translation>
    </message>
    <message>
        <source>取消</source>
        <translation>Cancel</translation>
    </message>
</context>
<context>
    <name>ExchangePage</name>
    <message>
        <source>对接</source>
        <translation>Exchange</translation>
    </message>
    <message>
        <source>1 待登记平台</source>
        <translation>1 Not on the platform</translation>
    </message>
    <message>
        <source>2 与平台不一致</source>
        <translation>2 Differences</translation>
    </message>
    <message>
        <source>3 未发出的短信</source>
        <translation>3 Unsent messages</translation>
    </message>
    <message>
        <source>平台连不上也照常办理，恢复后自动补登；没有编号的件日终会列出</source>
        <translation>Work goes on while the platform is away; what is owed follows by itself, and the day&apos;s closing lists it</translation>
    </message>
    <message>
        <source>返回</source>
        <translation>Back</translation>
    </message>
</context>
<context>
    <name>ExpectedPanel</name>
    <message>
        <source>收部门结果</source>
        <translation>From departments</translation>
    </message>
    <message>
        <source>扫结果条码，或选一件按 Enter</source>
        <translation>Scan a result&apos;s code, or choose one and press Enter</translation>
    </message>
    <message>
        <source>待核对</source>
        <translation>To compare</translation>
    </message>
    <message>
        <source>退部门更正</source>
        <translation>Sent back</translation>
    </message>
    <message>
        <source>状态</source>
        <translation>State</translation>
    </message>
    <message>
        <source>件号</source>
        <translation>Case no.</translation>
    </message>
    <message>
        <source>事项</source>
        <translation>Matter</translation>
    </message>
    <message>
        <source>期限</source>
        <translation>Due</translation>
    </message>
    <message>
        <source>部门送来的结果</source>
        <translation>Results departments brought</translation>
    </message>
    <message>
        <source>没有待核对的结果</source>
        <translation>No results to compare</translation>
    </message>
    <message>
        <source>{n} 件</source>
        <translation>{n}</translation>
    </message>
    <message>
        <source>该件已退{department}更正，送回后再核对</source>
        <translation>Sent back to {department}; compare it when it returns</translation>
    </message>
</context>
<context>
    <name>Exporting</name>
    <message>
        <source>事项目录</source>
        <translation>Catalogue</translation>
    </message>
    <message>
        <source>表格已写到 {path}</source>
        <translation>Table written to {path}</translation>
    </message>
</context>
<context>
    <name>FeeEdit</name>
    <message>
        <source>缴费状态</source>
        <translation>Payment</translation>
    </message>
    <message>
        <source>缴款码</source>
        <translation>Payment code</translation>
    </message>
    <message>
        <source>票据号</source>
        <translation>Receipt no.</translation>
    </message>
    <message>
        <source>减免依据</source>
        <translation>Basis of the waiver</translation>
    </message>
</context>
<context>
    <name>FieldForm</name>
    <message>
        <source>未写明</source>
        <translation>Not said</translation>
    </message>
    <message>
        <source>否</source>
        <translation>No</translation>
    </message>
    <message>
        <source>是</source>
        <translation>Yes</translation>
    </message>
</context>
<context>
    <name>FigureList</name>
    <message>
        <source>时段长短</source>
        <translation>Length of the period</translation>
    </message>
    <message>
        <source>上一期</source>
        <translation>Period before</translation>
    </message>
    <message>
        <source>下一期</source>
        <translation>Period after</translation>
    </message>
    <message>
        <source>范围</source>
        <translation>Scope</translation>
    </message>
    <message>
        <source>全大厅</source>
        <translation>Whole hall</translation>
    </message>
    <message>
        <source>指标</source>
        <translation>Figure</translation>
    </message>
    <message>
        <source>最近八期</source>
        <translation>The last eight periods</translation>
    </message>
    <message>
        <source>补报</source>
        <translation>Correct</translation>
    </message>
    <message>
        <source>定稿，存 PDF</source>
        <translation>Freeze, save PDF</translation>
    </message>
    <message>
        <source>存 PDF</source>
        <translation>Save PDF</translation>
    </message>
    <message>
        <source>尚未定稿</source>
        <translation>Not frozen yet</translation>
    </message>
    <message>
        <source>{time} 定稿</source>
        <translation>Frozen {time}</translation>
    </message>
    <message>
        <source>{time} 第 {n} 次补报</source>
        <translation>Correction {n}, {time}</translation>
    </message>
    <message>
        <source>变好</source>
        <translation>Better</translation>
    </message>
    <message>
        <source>变差</source>
        <translation>Worse</translation>
    </message>
    <message>
        <source>持平</source>
        <translation>Same</translation>
    </message>
    <message>
        <source>本期</source>
        <translation>Now</translation>
    </message>
    <message>
        <source>上期</source>
        <translation>Before</translation>
    </message>
    <message>
        <source>去年同期</source>
        <translation>Year ago</translation>
    </message>
    <message>
        <source>比上期</source>
        <translation>Change</translation>
    </message>
    <message>
        <source>依据</source>
        <translation>Counted</translation>
    </message>
    <message>
        <source>{name} 本期 {now}，上期 {before}，去年同期 {year}</source>
        <translation>{name} now {now}, before {before}, a year ago {year}</translation>
    </message>
</context>
<context>
    <name>FiguresPage</name>
    <message>
        <source>报表</source>
        <translation>Reports</translation>
    </message>
    <message>
        <source>补报原因</source>
        <translation>Reason of the correction</translation>
    </message>
    <message>
        <source>补报</source>
        <translation>Correct</translation>
    </message>
    <message>
        <source>报表已写到 {path}</source>
        <translation>The report was written to {path}</translation>
    </message>
    <message>
        <source>{figure} {period}：有变化的事项</source>
        <translation>{figure}, {period}: matters that changed</translation>
    </message>
    <message>
        <source>全大厅</source>
        <translation>Whole hall</translation>
    </message>
</context>
<context>
    <name>FileIntake</name>
    <message>
        <source>选择文件…</source>
        <translation>Choose file…</translation>
    </message>
    <message>
        <source>读取并检查</source>
        <translation>Read and check</translation>
    </message>
</context>
<context>
    <name>FilingTab</name>
    <message>
        <source>移交</source>
        <translation>Pass on</translation>
    </message>
    <message>
        <source>暂留</source>
        <translation>Keep</translation>
    </message>
    <message>
        <source>移交否</source>
        <translation>Pass</translation>
    </message>
    <message>
        <source>部门</source>
        <translation>Department</translation>
    </message>
    <message>
        <source>件号</source>
        <translation>Case no.</translation>
    </message>
    <message>
        <source>期限</source>
        <translation>Due</translation>
    </message>
    <message>
        <source>待移交的送达回执</source>
        <translation>Delivery receipts to pass on</translation>
    </message>
    <message>
        <source>没有待移交的送达回执</source>
        <translation>No delivery receipts to pass on</translation>
    </message>
    <message>
        <source>打印移交清单</source>
        <translation>Print the list</translation>
    </message>
    <message>
        <source>到期前移交部门，一个部门一张清单</source>
        <translation>To the department in time, one list each</translation>
    </message>
    <message>
        <source>送达回执移交</source>
        <translation>Delivery receipts</translation>
    </message>
</context>
<context>
    <name>FlowLines</name>
    <message>
        <source>到达与办理（每 15 分）</source>
        <translation>Arrivals and calls (per 15 min)</translation>
    </message>
    <message>
        <source>{time} 起：取号 {taken}，办理 {called}</source>
        <translation>from {time}: {taken} taken, {called} called</translation>
    </message>
    <message>
        <source>今天还没有人取号</source>
        <translation>Nobody has taken a number today</translation>
    </message>
    <message>
        <source>办理 {n}</source>
        <translation>called {n}</translation>
    </message>
    <message>
        <source>取号 {n}</source>
        <translation>taken {n}</translation>
    </message>
</context>
<context>
    <name>FollowPage</name>
    <message>
        <source>差评跟进</source>
        <translation>Bad ratings</translation>
    </message>
    <message>
        <source>待跟进</source>
        <translation>To follow up</translation>
    </message>
    <message>
        <source>已结束</source>
        <translation>Ended</translation>
    </message>
    <message>
        <source>期限</source>
        <translation>Limit</translation>
    </message>
    <message>
        <source>状态</source>
        <translation>State</translation>
    </message>
    <message>
        <source>窗口</source>
        <translation>Window</translation>
    </message>
    <message>
        <source>评价时间</source>
        <translation>Rated at</translation>
    </message>
    <message>
        <source>原因</source>
        <translation>Reason</translation>
    </message>
    <message>
        <source>{n} 分 · {window} 号窗口 · {ticket}</source>
        <translation>{n} points · window {window} · {ticket}</translation>
    </message>
    <message>
        <source>无号</source>
        <translation>no number</translation>
    </message>
    <message>
        <source>没有收件</source>
        <translation>nothing taken in</translation>
    </message>
    <message>
        <source>情况（不写姓名电话）</source>
        <translation>What happened (no names or phones)</translation>
    </message>
    <message>
        <source>看联系方式</source>
        <translation>Show the contact</translation>
    </message>
    <message>
        <source>查看会记入日志</source>
        <translation>Looking is recorded</translation>
    </message>
    <message>
        <source>是</source>
        <translation>Yes</translation>
    </message>
    <message>
        <source>否</source>
        <translation>No</translation>
    </message>
    <message>
        <source>记下联系</source>
        <translation>Record the call</translation>
    </message>
    <message>
        <source>接通了吗</source>
        <translation>Was it answered</translation>
    </message>
    <message>
        <source>核实结果</source>
        <translation>Finding</translation>
    </message>
    <message>
        <source>核实</source>
        <translation>Verify</translation>
    </message>
    <message>
        <source>同意不计入</source>
        <translation>Agree not to count it</translation>
    </message>
    <message>
        <source>复核</source>
        <translation>Review</translation>
    </message>
    <message>
        <source>整改</source>
        <translation>Mend</translation>
    </message>
    <message>
        <source>答复</source>
        <translation>Answer</translation>
    </message>
    <message>
        <source>是否满意</source>
        <translation>Satisfied now</translation>
    </message>
    <message>
        <source>回访</source>
        <translation>Call back</translation>
    </message>
    <message>
        <source>没有要跟进的评价</source>
        <translation>No rating to follow up</translation>
    </message>
</context>
<context>
    <name>FormPage</name>
    <message>
        <source>完成</source>
        <translation>Done</translation>
    </message>
    <message>
        <source>返回</source>
        <translation>Back</translation>
    </message>
    <message>
        <source>还没有事项，选了事项才知道要填什么</source>
        <translation>No matter yet; the matter decides what is to be filled</translation>
    </message>
    <message>
        <source>{label}（选填）</source>
        <translation>{label} (optional)</translation>
    </message>
    <message>
        <source>一表 {n} 项，已填 {m}</source>
        <translation>One form: {m} of {n} filled</translation>
    </message>
    <message>
        <source>去重前 {n} 项</source>
        <translation>{n} before merging</translation>
    </message>
    <message>
        <source>必填还差 {n}</source>
        <translation>{n} required left</translation>
    </message>
    <message>
        <source>在申请人页补填（{keys[F4]}）</source>
        <translation>Fill on the applicant page ({keys[F4]})</translation>
    </message>
</context>
<context>
    <name>Guidance</name>
    <message>
        <source>扫描本项</source>
        <translation>Scan this row</translation>
    </message>
    <message>
        <source>办理指引</source>
        <translation>Guidance</translation>
    </message>
    <message>
        <source>{n} 份</source>
        <translation>{n}</translation>
    </message>
    <message>
        <source>{n} 份，其中免交 {k} 份</source>
        <translation>{n}, {k} waived</translation>
    </message>
    <message>
        <source>部门</source>
        <translation>Department</translation>
    </message>
    <message>
        <source>材料</source>
        <translation>Materials</translation>
    </message>
    <message>
        <source>没有清单</source>
        <translation>No list</translation>
    </message>
    <message>
        <source>收费</source>
        <translation>Fee</translation>
    </message>
    <message>
        <source>结果</source>
        <translation>Result</translation>
    </message>
    <message>
        <source>依据</source>
        <translation>Basis</translation>
    </message>
    <message>
        <source>版本</source>
        <translation>Version</translation>
    </message>
    <message>
        <source>用于</source>
        <translation>Used by</translation>
    </message>
    <message>
        <source>须签字</source>
        <translation>Needs signature</translation>
    </message>
    <message>
        <source>须盖章</source>
        <translation>Needs seal</translation>
    </message>
    <message>
        <source>要求</source>
        <translation>Required</translation>
    </message>
    <message>
        <source>核验</source>
        <translation>Compare</translation>
    </message>
    <message>
        <source>情形</source>
        <translation>Condition</translation>
    </message>
    <message>
        <source>代替</source>
        <translation>Replaces</translation>
    </message>
    <message>
        <source>来源</source>
        <translation>Source</translation>
    </message>
    <message>
        <source>容缺</source>
        <translation>Promise</translation>
    </message>
    <message>
        <source>承诺未签</source>
        <translation>promise not signed</translation>
    </message>
    <message>
        <source>承诺书已签</source>
        <translation>promise signed</translation>
    </message>
    <message>
        <source>屏上已签</source>
        <translation>signed on screen</translation>
    </message>
    <message>
        <source>{date} 前补齐，{signed}</source>
        <translation>Due by {date}, {signed}</translation>
    </message>
    <message>
        <source>{name}：{words}</source>
        <translation>{name}: {words}</translation>
    </message>
    <message>
        <source>备注</source>
        <translation>Remark</translation>
    </message>
    <message>
        <source>；已有第 {v} 版，本件按原版办完</source>
        <translation>; version {v} exists, this case keeps its own</translation>
    </message>
    <message>
        <source>说明</source>
        <translation>Note</translation>
    </message>
    <message>
        <source>样表</source>
        <translation>Sample</translation>
    </message>
    <message>
        <source>第 {v} 版</source>
        <translation>Version {v}</translation>
    </message>
    <message>
        <source> · 示例，待部门确认</source>
        <translation> · sample, not confirmed</translation>
    </message>
    <message>
        <source>申请人自愿补充，不计入应交材料</source>
        <translation>Added voluntarily, not required</translation>
    </message>
    <message>
        <source>可以共享，已按原因收纸质</source>
        <translation>Could be shared; paper taken for a reason</translation>
    </message>
    <message>
        <source>{source}（可共享，仍收：{reason}）</source>
        <translation>{source} (could be shared, paper asked for: {reason})</translation>
    </message>
    <message>
        <source>不可容缺</source>
        <translation>Cannot be promised</translation>
    </message>
    <message>
        <source>可容缺</source>
        <translation>Can be promised</translation>
    </message>
    <message>
        <source>可容缺，最长 {n} 个工作日</source>
        <translation>Can be promised, {n} working days at most</translation>
    </message>
    <message>
        <source>常见错误</source>
        <translation>Common mistakes</translation>
    </message>
    <message>
        <source>看原件，收复印件，两者一致按 {keys[checklist.compared]}</source>
        <translation>See the original, take the copy; press {keys[checklist.compared]} when they agree</translation>
    </message>
    <message>
        <source>视情形提交；不涉及按 {keys[checklist.not_applicable]} 并选原因</source>
        <translation>Only where it applies; otherwise press {keys[checklist.not_applicable]} and give the reason</translation>
    </message>
</context>
<context>
    <name>GuidePage</name>
    <message>
        <source>办事指南：请选要办的事</source>
        <translation>Guides: choose a matter</translation>
    </message>
    <message>
        <source>上一页</source>
        <translation>Previous</translation>
    </message>
    <message>
        <source>下一页</source>
        <translation>Next</translation>
    </message>
</context>
<context>
    <name>HallStep</name>
    <message>
        <source>大厅</source>
        <translation>Hall</translation>
    </message>
    <message>
        <source>只有这一台电脑就新建；大厅已有服务器就加入，接入码由管理员给出，只能用一次。</source>
        <translation>Set up a new hall if this is the only PC; join it if the hall has a server. The administrator gives the code; it works once.</translation>
    </message>
    <message>
        <source>新建大厅</source>
        <translation>New hall</translation>
    </message>
    <message>
        <source>加入已有大厅</source>
        <translation>Join a hall</translation>
    </message>
    <message>
        <source>大厅名称</source>
        <translation>Name of the hall</translation>
    </message>
    <message>
        <source>行政区划代码（6 位）</source>
        <translation>Region code (6 digits)</translation>
    </message>
    <message>
        <source>咨询电话</source>
        <translation>Phone for questions</translation>
    </message>
    <message>
        <source>服务器地址</source>
        <translation>Address of the server</translation>
    </message>
    <message>
        <source>接入码（20 位）</source>
        <translation>One-time code (20 characters)</translation>
    </message>
    <message>
        <source>没有接入码：登录文件</source>
        <translation>Without a code: login file</translation>
    </message>
    <message>
        <source>更新的发布公钥文件 release.pub（可空）</source>
        <translation>Publisher&apos;s key for updates, release.pub (optional)</translation>
    </message>
</context>
<context>
    <name>HandoverPage</name>
    <message>
        <source>材料交接</source>
        <translation>Hand-over of papers</translation>
    </message>
    <message>
        <source>本窗口</source>
        <translation>This window</translation>
    </message>
    <message>
        <source>全大厅</source>
        <translation>Whole hall</translation>
    </message>
    <message>
        <source>返回</source>
        <translation>Back</translation>
    </message>
    <message>
        <source>电子件 {n} 件已自动移交</source>
        <translation>Electronic cases passed by themselves: {n}</translation>
    </message>
    <message>
        <source>截止 {time}</source>
        <translation>due {time}</translation>
    </message>
    <message>
        <source>上午件</source>
        <translation>Morning</translation>
    </message>
    <message>
        <source>下午件</source>
        <translation>Afternoon</translation>
    </message>
    <message>
        <source>{slot} {n} 件</source>
        <translation>{slot}, cases: {n}</translation>
    </message>
    <message>
        <source>移交 {a} / {b}</source>
        <translation>Passing {a} / {b}</translation>
    </message>
    <message>
        <source>已扫 {a} / {b}</source>
        <translation>Scanned {a} / {b}</translation>
    </message>
    <message>
        <source>合计材料 {n} 份</source>
        <translation>Papers in all: {n}</translation>
    </message>
    <message>
        <source>双方签字，完成移交</source>
        <translation>Sign and hand over</translation>
    </message>
    <message>
        <source>打印材料交接表 ×2</source>
        <translation>Print the list ×2</translation>
    </message>
    <message>
        <source>还有 {n} 件未扫到</source>
        <translation>Not scanned: {n}</translation>
    </message>
    <message>
        <source>注明缺件，打印已扫到的</source>
        <translation>Note them missing, print the rest</translation>
    </message>
    <message>
        <source>继续扫描</source>
        <translation>Go on scanning</translation>
    </message>
    <message>
        <source>{department} {n} 件已移交</source>
        <translation>{department}: handed over {n}</translation>
    </message>
    <message>
        <source>，{n} 件未移交，留在窗口</source>
        <translation>; {n} not passed, they stay here</translation>
    </message>
    <message>
        <source>{no} 不移交的原因</source>
        <translation>Why {no} is not passed</translation>
    </message>
    <message>
        <source>本表作废的原因，各件回到待移交</source>
        <translation>Why this list is void; its cases wait again</translation>
    </message>
    <message>
        <source>本表已作废，各件待下一份</source>
        <translation>The list is void; its cases wait for the next</translation>
    </message>
    <message>
        <source>部门</source>
        <translation>Department</translation>
    </message>
    <message>
        <source>没有待移交的材料</source>
        <translation>No papers wait to be handed over</translation>
    </message>
</context>
<context>
    <name>HelpOverlay</name>
    <message>
        <source>快捷键</source>
        <translation>Keys</translation>
    </message>
    <message>
        <source>{page}，按 F1 或 Esc 关闭</source>
        <translation>{page}; F1 or Esc closes</translation>
    </message>
    <message>
        <source>全部</source>
        <translation>Everywhere</translation>
    </message>
</context>
<context>
    <name>HereSection</name>
    <message>
        <source>每天下班后备份到（另一块盘或共享）</source>
        <translation>Copied after closing to (another disk or a share)</translation>
    </message>
    <message>
        <source>更新包从哪里取（空着就从大厅服务器）</source>
        <translation>Updates are brought from (empty = the hall&apos;s server)</translation>
    </message>
    <message>
        <source>保存</source>
        <translation>Save</translation>
    </message>
    <message>
        <source>这两项由管理员设</source>
        <translation>An administrator sets these two</translation>
    </message>
    <message>
        <source>这个文件夹不在：插好盘或连上共享，再保存</source>
        <translation>This folder is not there: plug the disk in or connect the share, then save</translation>
    </message>
    <message>
        <source>已保存</source>
        <translation>Saved</translation>
    </message>
    <message>
        <source>{window} 号窗口，综窗台 {version}</source>
        <translation>Window {window}, zcdesk {version}</translation>
    </message>
    <message>
        <source>数据：{folder}（加密）</source>
        <translation>Data: {folder} (encrypted)</translation>
    </message>
    <message>
        <source>大厅服务器：{server}；断网照常办理</source>
        <translation>The hall&apos;s server: {server}; work goes on without the network</translation>
    </message>
    <message>
        <source>单机大厅，没有服务器</source>
        <translation>A hall of one PC, without a server</translation>
    </message>
    <message>
        <source>检查这台电脑并导出诊断包</source>
        <translation>Look this PC over and write a bundle</translation>
    </message>
    <message>
        <source>正在检查字体、端口、打印机、时钟、数据、磁盘和版本……</source>
        <translation>Looking at fonts, ports, printers, clock, data, disk and versions…</translation>
    </message>
    <message>
        <source>诊断包：{file}（没有办件、没有个人信息、没有密钥）</source>
        <translation>Bundle: {file} (no case, no person, no key in it)</translation>
    </message>
    <message>
        <source>版本、备份情况和迁移窗口在“管理、工作站”。</source>
        <translation>Versions, copies and moving the window are under Hall, Stations.</translation>
    </message>
</context>
<context>
    <name>HomePage</name>
    <message>
        <source>您好，请按要办的业务取号</source>
        <translation>Welcome. Choose what you came for</translation>
    </message>
    <message>
        <source>等候 {n} 人</source>
        <translation>{n} waiting</translation>
    </message>
    <message>
        <source>办事指南</source>
        <translation>Guides</translation>
    </message>
    <message>
        <source>进度查询</source>
        <translation>Progress</translation>
    </message>
    <message>
        <source>服务评价</source>
        <translation>Rate a visit</translation>
    </message>
    <message>
        <source>可以优先的，请先选一项</source>
        <translation>If you may go ahead, choose why first</translation>
    </message>
    <message>
        <source>您预约了 {time} {name}，{opens} 起可以取号</source>
        <translation>You booked {name} for {time}; its number can be taken from {opens} on</translation>
    </message>
    <message>
        <source>按预约取号：{time} {name}</source>
        <translation>Take the booked number: {time} {name}</translation>
    </message>
    <message>
        <source>预约取号</source>
        <translation>Booked</translation>
    </message>
    <message>
        <source>以现场叫号为准</source>
        <translation>Watch for the calls</translation>
    </message>
</context>
<context>
    <name>IdlePage</name>
    <message>
        <source>空闲</source>
        <translation>Free</translation>
    </message>
    <message>
        <source>距上一位</source>
        <translation>Since the last one</translation>
    </message>
    <message>
        <source>呼叫下一位</source>
        <translation>Call next</translation>
    </message>
    <message>
        <source>无号直接办理</source>
        <translation>Serve without ticket</translation>
    </message>
    <message>
        <source>各类别等候</source>
        <translation>Waiting by category</translation>
    </message>
    <message>
        <source>过号未办</source>
        <translation>No-shows</translation>
    </message>
    <message>
        <source>没有过号的号码</source>
        <translation>Nobody missed their call</translation>
    </message>
    <message>
        <source>叫回</source>
        <translation>Call back</translation>
    </message>
    <message>
        <source>挂起</source>
        <translation>Parked</translation>
    </message>
    <message>
        <source>没有挂起的办件</source>
        <translation>Nothing parked</translation>
    </message>
    <message>
        <source>继续办理</source>
        <translation>Go on</translation>
    </message>
    <message>
        <source>{no} 已取号，正在等候</source>
        <translation>{no} has taken a ticket and waits</translation>
    </message>
    <message>
        <source>今日  已收 {a} · 容缺 {b} · 告知 {c} · 接待 {d}</source>
        <translation>Today  received {a} · promised {b} · notices {c} · visits {d}</translation>
    </message>
    <message>
        <source>{no} 已挂起 {n} 分钟，请继续办理或作废</source>
        <translation>{no} parked for {n} min; go on or void it</translation>
    </message>
    <message>
        <source>无号</source>
        <translation>No ticket</translation>
    </message>
    <message>
        <source>已暂停 · {why}</source>
        <translation>Paused · {why}</translation>
    </message>
    <message>
        <source>恢复并呼叫下一位</source>
        <translation>Resume and call next</translation>
    </message>
    <message>
        <source>窗口未开放</source>
        <translation>Window not open</translation>
    </message>
    <message>
        <source>开放窗口并呼叫</source>
        <translation>Open window and call</translation>
    </message>
    <message>
        <source>类别</source>
        <translation>Category</translation>
    </message>
    <message>
        <source>不分类别</source>
        <translation>Any</translation>
    </message>
    <message>
        <source>等候</source>
        <translation>Waiting</translation>
    </message>
    <message>
        <source>{n} 人</source>
        <translation>{n}</translation>
    </message>
    <message>
        <source>最长等候</source>
        <translation>Longest</translation>
    </message>
    <message>
        <source>{n} 分</source>
        <translation>{n} min</translation>
    </message>
    <message>
        <source>号码</source>
        <translation>Ticket</translation>
    </message>
    <message>
        <source>呼叫</source>
        <translation>Called</translation>
    </message>
    <message>
        <source>事项</source>
        <translation>Matter</translation>
    </message>
    <message>
        <source>{n} 个事项</source>
        <translation>Matters: {n}</translation>
    </message>
    <message>
        <source>已等</source>
        <translation>Waited</translation>
    </message>
    <message>
        <source>读身份证，扫预约码或告知书上的码，就可以开始；号码、预约码也可以直接键入</source>
        <translation>Read an ID card, scan a booking code or a notice to begin; numbers and booking codes can also be typed at once</translation>
    </message>
</context>
<context>
    <name>InboxList</name>
    <message>
        <source>剩余</source>
        <translation>Left</translation>
    </message>
    <message>
        <source>件号</source>
        <translation>Case no.</translation>
    </message>
    <message>
        <source>申请人</source>
        <translation>Applicant</translation>
    </message>
    <message>
        <source>事项</source>
        <translation>Matter</translation>
    </message>
    <message>
        <source>状态</source>
        <translation>State</translation>
    </message>
    <message>
        <source>受理审批清单</source>
        <translation>Cases to review</translation>
    </message>
    <message>
        <source>送出 {n} 件结果</source>
        <translation>Send results: {n}</translation>
    </message>
</context>
<context>
    <name>InquiriesPage</name>
    <message>
        <source>投诉与咨询</source>
        <translation>Complaints and questions</translation>
    </message>
    <message>
        <source>未办结</source>
        <translation>Open</translation>
    </message>
    <message>
        <source>已办结</source>
        <translation>Closed</translation>
    </message>
    <message>
        <source>期限</source>
        <translation>Limit</translation>
    </message>
    <message>
        <source>类别</source>
        <translation>Kind</translation>
    </message>
    <message>
        <source>来源</source>
        <translation>Channel</translation>
    </message>
    <message>
        <source>状态</source>
        <translation>State</translation>
    </message>
    <message>
        <source>关于</source>
        <translation>About</translation>
    </message>
    <message>
        <source>部门</source>
        <translation>Department</translation>
    </message>
    <message>
        <source>编号 {number} · 记录人 {name}</source>
        <translation>No. {number} · taken down by {name}</translation>
    </message>
    <message>
        <source>须在 {time} 前答复</source>
        <translation>To be answered by {time}</translation>
    </message>
    <message>
        <source>答复：{text}</source>
        <translation>Answer: {text}</translation>
    </message>
    <message>
        <source>记一条</source>
        <translation>Take one down</translation>
    </message>
    <message>
        <source>看原话</source>
        <translation>Show the words</translation>
    </message>
    <message>
        <source>查看会记入日志</source>
        <translation>Looking is recorded</translation>
    </message>
    <message>
        <source>满意</source>
        <translation>Satisfied</translation>
    </message>
    <message>
        <source>不满意</source>
        <translation>Dissatisfied</translation>
    </message>
    <message>
        <source>告知后</source>
        <translation>Once told</translation>
    </message>
    <message>
        <source>说明</source>
        <translation>Note</translation>
    </message>
    <message>
        <source>告知</source>
        <translation>Tell</translation>
    </message>
    <message>
        <source>属实</source>
        <translation>True</translation>
    </message>
    <message>
        <source>不属实</source>
        <translation>Not true</translation>
    </message>
    <message>
        <source>投诉是否属实</source>
        <translation>Is the complaint true</translation>
    </message>
    <message>
        <source>答复内容（不写姓名电话）</source>
        <translation>Answer (no names or phones)</translation>
    </message>
    <message>
        <source>答复</source>
        <translation>Answer</translation>
    </message>
    <message>
        <source>转给部门</source>
        <translation>To department</translation>
    </message>
    <message>
        <source>联系人</source>
        <translation>Contact</translation>
    </message>
    <message>
        <source>转办</source>
        <translation>Forward</translation>
    </message>
    <message>
        <source>投诉什么</source>
        <translation>Topic</translation>
    </message>
    <message>
        <source>工单编号</source>
        <translation>Work order no.</translation>
    </message>
    <message>
        <source>姓名（可不填）</source>
        <translation>Name (optional)</translation>
    </message>
    <message>
        <source>电话（可不填）</source>
        <translation>Phone (optional)</translation>
    </message>
    <message>
        <source>所看事项的编号（可不填）</source>
        <translation>Key of the matter shown (optional)</translation>
    </message>
    <message>
        <source>来件要求的期限（可不填）</source>
        <translation>Day it must be answered (optional)</translation>
    </message>
    <message>
        <source>内容</source>
        <translation>Words</translation>
    </message>
    <message>
        <source>没有投诉和咨询，来件按右边的“记一条”</source>
        <translation>No complaints or questions; record one with the button at the right</translation>
    </message>
</context>
<context>
    <name>InstantOffer</name>
    <message>
        <source>当场办结</source>
        <translation>Decide now</translation>
    </message>
    <message>
        <source>远程确认</source>
        <translation>Remote confirmation</translation>
    </message>
    <message>
        <source>以{department} {officer} 的名义作出决定</source>
        <translation>Decided in the name of {department}, {officer}</translation>
    </message>
    <message>
        <source>办结并打印</source>
        <translation>Decide and print</translation>
    </message>
    <message>
        <source>可当场办结</source>
        <translation>Instant</translation>
    </message>
    <message>
        <source>{matter}：以{department} {officer} 的名义</source>
        <translation>{matter}: in the name of {department}, {officer}</translation>
    </message>
    <message>
        <source>等确认</source>
        <translation>Waiting</translation>
    </message>
    <message>
        <source>{matter}：已请 {names} 确认</source>
        <translation>{matter}: asked {names} to confirm</translation>
    </message>
    <message>
        <source>未同意</source>
        <translation>Not agreed</translation>
    </message>
    <message>
        <source>{matter}：{department} 未同意 {answer}</source>
        <translation>{matter}: {department} did not agree: {answer}</translation>
    </message>
    <message>
        <source>窗口无授权</source>
        <translation>No authority</translation>
    </message>
    <message>
        <source>{matter}：可请 {names} 确认</source>
        <translation>{matter}: {names} may confirm</translation>
    </message>
    <message>
        <source>{matter}：只能由 {department} 办理，材料照常移交</source>
        <translation>{matter}: only {department} decides; the paper is handed over as usual</translation>
    </message>
    <message>
        <source>{no} 已当场办结</source>
        <translation>{no} decided on the spot</translation>
    </message>
    <message>
        <source>签收发放</source>
        <translation>Hand out against signature</translation>
    </message>
    <message>
        <source>{matter}：请申请人在送达回执上签收</source>
        <translation>{matter}: let the applicant sign the delivery receipt</translation>
    </message>
    <message>
        <source>，并收回：{names}</source>
        <translation>, and take in: {names}</translation>
    </message>
    <message>
        <source>已办结</source>
        <translation>Decided</translation>
    </message>
    <message>
        <source>{no} 已发放</source>
        <translation>{no} handed out</translation>
    </message>
</context>
<context>
    <name>IssuePanel</name>
    <message>
        <source>发群众</source>
        <translation>To the citizen</translation>
    </message>
    <message>
        <source>人证一致才能发，代领核委托书</source>
        <translation>Only to the person of the card; an agent shows an authority</translation>
    </message>
    <message>
        <source>发放</source>
        <translation>Hand out</translation>
    </message>
    <message>
        <source>不发</source>
        <translation>Keep</translation>
    </message>
    <message>
        <source>发否</source>
        <translation>Out</translation>
    </message>
    <message>
        <source>结果</source>
        <translation>Result</translation>
    </message>
    <message>
        <source>件号</source>
        <translation>Case no.</translation>
    </message>
    <message>
        <source>份数</source>
        <translation>Copies</translation>
    </message>
    <message>
        <source>柜位</source>
        <translation>Place</translation>
    </message>
    <message>
        <source>待领结果</source>
        <translation>Results waiting</translation>
    </message>
    <message>
        <source>代领</source>
        <translation>Agent</translation>
    </message>
    <message>
        <source>改邮寄</source>
        <translation>By post</translation>
    </message>
    <message>
        <source>人证一致</source>
        <translation>Person = card</translation>
    </message>
    <message>
        <source>已屏签（手写签名影像）</source>
        <translation>Signed on screen (signature image)</translation>
    </message>
    <message>
        <source>请群众在屏上签送达回执</source>
        <translation>Receiver signs on the screen</translation>
    </message>
    <message>
        <source>送达回执纸上签</source>
        <translation>Signs on paper</translation>
    </message>
    <message>
        <source>发放 {n} 件</source>
        <translation>Hand out {n}</translation>
    </message>
    <message>
        <source>请核对并签收</source>
        <translation>Please check and sign</translation>
    </message>
    <message>
        <source>本窗口没有开着的群众屏，请在纸上签</source>
        <translation>No citizen&apos;s screen is on here; sign on paper</translation>
    </message>
    <message>
        <source>{word}，{document}，柜位 {shelf}，件号 {number}</source>
        <translation>{word}, {document}, place {shelf}, case {number}</translation>
    </message>
</context>
<context>
    <name>Keypad</name>
    <message>
        <source>删除</source>
        <translation>Delete</translation>
    </message>
</context>
<context>
    <name>KeysSection</name>
    <message>
        <source>共 {n} 个，没有一个键在同一处有两个用处</source>
        <translation>{n} in all; no key has two uses in one place</translation>
    </message>
    <message>
        <source>快捷键</source>
        <translation>Keys</translation>
    </message>
    <message>
        <source>随时</source>
        <translation>Anywhere</translation>
    </message>
    <message>
        <source>在这一块里</source>
        <translation>Inside its part</translation>
    </message>
    <message>
        <source>光标在列表上</source>
        <translation>On the list</translation>
    </message>
    <message>
        <source>键</source>
        <translation>Key</translation>
    </message>
    <message>
        <source>用处</source>
        <translation>What it does</translation>
    </message>
    <message>
        <source>什么时候</source>
        <translation>Where</translation>
    </message>
    <message>
        <source>换一个键</source>
        <translation>Another key</translation>
    </message>
    <message>
        <source>恢复这个键</source>
        <translation>Its own key</translation>
    </message>
    <message>
        <source>全部恢复</source>
        <translation>All as they were</translation>
    </message>
    <message>
        <source>“{what}”现在是 {key}。请按新的键，Esc 不改</source>
        <translation>“{what}” is {key} now. Press the new key; Esc leaves it</translation>
    </message>
    <message>
        <source>全部按键都恢复了</source>
        <translation>Every key is as it was</translation>
    </message>
    <message>
        <source>“{what}”从现在起是 {key}</source>
        <translation>“{what}” is {key} from now on</translation>
    </message>
    <message>
        <source>；各页用这个键的 {n} 处一起换了</source>
        <translation>; all {n} places that use the key moved with it</translation>
    </message>
    <message>
        <source>换过，原来是 {key}</source>
        <translation>Changed; it was {key}</translation>
    </message>
    <message>
        <source>固定</source>
        <translation>Fixed</translation>
    </message>
    <message>
        <source>能不能换</source>
        <translation>Can it change</translation>
    </message>
</context>
<context>
    <name>KioskWindow</name>
    <message>
        <source>综窗台 · 自助机</source>
        <translation>zcdesk · kiosk</translation>
    </message>
    <message>
        <source>返回</source>
        <translation>Back</translation>
    </message>
    <message>
        <source>大字 A+</source>
        <translation>Larger A+</translation>
    </message>
    <message>
        <source>不会用？请按这里，工作人员马上来</source>
        <translation>Need help? Press here and somebody will come</translation>
    </message>
    <message>
        <source>请取走取号单</source>
        <translation>Take your slip</translation>
    </message>
    <message>
        <source>取号纸没有出来：请记住这个号码，已通知工作人员</source>
        <translation>No slip came out: remember this number; the staff have been told</translation>
    </message>
    <message>
        <source>请取走</source>
        <translation>Take your paper</translation>
    </message>
    <message>
        <source>没有打印出来，已通知工作人员</source>
        <translation>Nothing was printed; the staff have been told</translation>
    </message>
    <message>
        <source>{name}，已刷卡，请选业务</source>
        <translation>{name}, card read; choose what you came for</translation>
    </message>
    <message>
        <source>正在打印…</source>
        <translation>Printing…</translation>
    </message>
    <message>
        <source>已收到您的评价，谢谢</source>
        <translation>Thank you for your rating</translation>
    </message>
    <message>
        <source>已通知工作人员，请稍等</source>
        <translation>Somebody has been called; please wait</translation>
    </message>
    <message>
        <source>标准字</source>
        <translation>Normal size</translation>
    </message>
    <message>
        <source>语音</source>
        <translation>Voice</translation>
    </message>
    <message>
        <source>预约时间已过，这是普通号，请按顺序等候</source>
        <translation>The booked time is over; this is an ordinary number, please wait your turn</translation>
    </message>
</context>
<context>
    <name>KnownCard</name>
    <message>
        <source>本厅已有</source>
        <translation>Known to the hall</translation>
    </message>
    <message>
        <source>录入证件号码后，这里显示在办件、容缺待补和可复用的材料</source>
        <translation>Enter an ID number to see open cases, promised papers and papers on file</translation>
    </message>
    <message>
        <source>容缺待补：{name}，{due} 前（{no}）</source>
        <translation>Promised: {name}, due by {due} ({no})</translation>
    </message>
    <message>
        <source>没有在办件，也没有留存材料</source>
        <translation>No open case and nothing on file</translation>
    </message>
    <message>
        <source>申请人不同意沿用已存材料</source>
        <translation>The applicant does not want earlier papers used</translation>
    </message>
    <message>
        <source>已留存材料 {n} 份，本次可复用。请告知申请人，不同意的不沿用</source>
        <translation>Papers on file to use again: {n}. Tell the applicant; whoever refuses is asked anew</translation>
    </message>
</context>
<context>
    <name>LeadersWindow</name>
    <message>
        <source>综窗台 · 大厅运行</source>
        <translation>zcdesk · the hall</translation>
    </message>
    <message>
        <source>{hall}（演示）</source>
        <translation>{hall} (demo)</translation>
    </message>
    <message>
        <source>数据停在 {time}</source>
        <translation>Data stopped at {time}</translation>
    </message>
    <message>
        <source>数据时间 {time}</source>
        <translation>Data of {time}</translation>
    </message>
</context>
<context>
    <name>LedgersPage</name>
    <message>
        <source>台账</source>
        <translation>Ledgers</translation>
    </message>
    <message>
        <source>已撤销</source>
        <translation>Revoked</translation>
    </message>
    <message>
        <source>名称、事项</source>
        <translation>Name, matters</translation>
    </message>
    <message>
        <source>部门</source>
        <translation>Department</translation>
    </message>
    <message>
        <source>窗口、人员</source>
        <translation>Window, person</translation>
    </message>
    <message>
        <source>时间</source>
        <translation>Time</translation>
    </message>
    <message>
        <source>状态</source>
        <translation>State</translation>
    </message>
    <message>
        <source>这本台账还没有记录</source>
        <translation>Nothing in this ledger yet</translation>
    </message>
    <message>
        <source>登记</source>
        <translation>Enter</translation>
    </message>
    <message>
        <source>撤销授权</source>
        <translation>Revoke</translation>
    </message>
    <message>
        <source>撤销理由</source>
        <translation>Why it ends</translation>
    </message>
    <message>
        <source>撤销</source>
        <translation>Revoke</translation>
    </message>
    <message>
        <source>每一笔都留记录，不能改写；写错的另记一笔并注明</source>
        <translation>Every line stays; a wrong one is followed by another that says so</translation>
    </message>
</context>
<context>
    <name>LicenceLookUp</name>
    <message>
        <source>正在查电子证照，可以先收别的</source>
        <translation>Asking the library; take other papers meanwhile</translation>
    </message>
    <message>
        <source>电子证照已调取 {n} 项，未调到 {m} 项</source>
        <translation>{n} licence(s) found, {m} not</translation>
    </message>
</context>
<context>
    <name>LimitsPanel</name>
    <message>
        <source>日期</source>
        <translation>Date</translation>
    </message>
    <message>
        <source>第几日</source>
        <translation>Day</translation>
    </message>
    <message>
        <source>原因</source>
        <translation>Why</translation>
    </message>
    <message>
        <source>时限怎样算</source>
        <translation>How limits are counted</translation>
    </message>
    <message>
        <source>每个时限从哪天起算、哪些天不计、为什么；按 Esc 回到材料</source>
        <translation>From which day each limit runs, which days do not count, and why; Esc goes back</translation>
    </message>
    <message>
        <source>停表</source>
        <translation>Clock stopped</translation>
    </message>
</context>
<context>
    <name>Lines</name>
    <message>
        <source>{name} 等候 {n} 人，{wait}</source>
        <translation>{name}: {n} waiting, {wait}</translation>
    </message>
    <message>
        <source>等候</source>
        <translation>Waiting</translation>
    </message>
    <message>
        <source>{n} 人</source>
        <translation>{n}</translation>
    </message>
</context>
<context>
    <name>ListsPanel</name>
    <message>
        <source>待签的交接表</source>
        <translation>Lists to sign</translation>
    </message>
    <message>
        <source>Enter 双方签字</source>
        <translation>Enter: both sign</translation>
    </message>
    <message>
        <source>办理结果</source>
        <translation>Results</translation>
    </message>
    <message>
        <source>送达回执</source>
        <translation>Delivery receipts</translation>
    </message>
    <message>
        <source>交接表</source>
        <translation>List</translation>
    </message>
    <message>
        <source>编号</source>
        <translation>No.</translation>
    </message>
    <message>
        <source>部门</source>
        <translation>Department</translation>
    </message>
    <message>
        <source>件数</source>
        <translation>Cases</translation>
    </message>
    <message>
        <source>没有待签的交接表</source>
        <translation>No lists to sign</translation>
    </message>
    <message>
        <source>交接表 {number} 双方已签字</source>
        <translation>List {number} is signed by both</translation>
    </message>
    <message>
        <source>{n} 件，{left} 待核</source>
        <translation>{n}, {left} to compare</translation>
    </message>
    <message>
        <source>{n} 件</source>
        <translation>{n}</translation>
    </message>
</context>
<context>
    <name>LivePage</name>
    <message>
        <source>大厅实况</source>
        <translation>Live hall</translation>
    </message>
    <message>
        <source>数据已 {n} 秒未更新</source>
        <translation>Not updated for {n} s</translation>
    </message>
    <message>
        <source>数据时间 {time}</source>
        <translation>Data of {time}</translation>
    </message>
    <message>
        <source>已加开，下一次叫号起生效，两小时后自动恢复</source>
        <translation>Added from the next call on; back by itself in two hours</translation>
    </message>
    <message>
        <source>大厅现在的数字</source>
        <translation>The hall&apos;s numbers now</translation>
    </message>
</context>
<context>
    <name>Lock</name>
    <message>
        <source>已锁定</source>
        <translation>Locked</translation>
    </message>
    <message>
        <source>现办件已保存，解锁后继续</source>
        <translation>The visit is saved; unlock to go on</translation>
    </message>
    <message>
        <source>解锁</source>
        <translation>Unlock</translation>
    </message>
    <message>
        <source>换人顶岗</source>
        <translation>Take over</translation>
    </message>
    <message>
        <source>{window} 已锁定 {time}</source>
        <translation>{window} locked {time}</translation>
    </message>
    <message>
        <source>{clerk} 的口令</source>
        <translation>Password of {clerk}</translation>
    </message>
    <message>
        <source>等候 {n} 人</source>
        <translation>{n} waiting</translation>
    </message>
    <message>
        <source>请填口令</source>
        <translation>Enter the password</translation>
    </message>
    <message>
        <source>{clerk} 的 PIN（{n} 位）或口令</source>
        <translation>PIN ({n} digits) or password of {clerk}</translation>
    </message>
</context>
<context>
    <name>Login</name>
    <message>
        <source>登录</source>
        <translation>Log in</translation>
    </message>
    <message>
        <source>综窗台 · 登录</source>
        <translation>zcdesk · Log in</translation>
    </message>
    <message>
        <source>工号</source>
        <translation>Staff no.</translation>
    </message>
    <message>
        <source>口令</source>
        <translation>Password</translation>
    </message>
    <message>
        <source>窗口</source>
        <translation>Window</translation>
    </message>
    <message>
        <source>{window}（本机绑定）</source>
        <translation>{window} (bound to this PC)</translation>
    </message>
    <message>
        <source>A岗</source>
        <translation>Post A</translation>
    </message>
    <message>
        <source>B岗顶岗</source>
        <translation>Post B stands in</translation>
    </message>
    <message>
        <source>标准</source>
        <translation>Normal</translation>
    </message>
    <message>
        <source>大</source>
        <translation>Large</translation>
    </message>
    <message>
        <source>特大</source>
        <translation>Largest</translation>
    </message>
    <message>
        <source>字号</source>
        <translation>Text size</translation>
    </message>
    <message>
        <source>浅色</source>
        <translation>Light</translation>
    </message>
    <message>
        <source>深色</source>
        <translation>Dark</translation>
    </message>
    <message>
        <source>主题</source>
        <translation>Theme</translation>
    </message>
    <message>
        <source>大写锁定已开</source>
        <translation>Caps Lock is on</translation>
    </message>
    <message>
        <source>请填工号</source>
        <translation>Enter the staff no.</translation>
    </message>
    <message>
        <source>请填口令</source>
        <translation>Enter the password</translation>
    </message>
    <message>
        <source>正在登录…</source>
        <translation>Logging in…</translation>
    </message>
    <message>
        <source>岗位</source>
        <translation>Post</translation>
    </message>
    <message>
        <source>综窗台</source>
        <translation>zcdesk</translation>
    </message>
    <message>
        <source>综合窗口收件系统</source>
        <translation>Integrated counter intake</translation>
    </message>
    <message>
        <source>高对比</source>
        <translation>High contrast</translation>
    </message>
</context>
<context>
    <name>Looking</name>
    <message>
        <source>{no} {name}：什么问题</source>
        <translation>{no} {name}: what is wrong</translation>
    </message>
    <message>
        <source>写一句话</source>
        <translation>Write a sentence</translation>
    </message>
    <message>
        <source>{name}：什么问题，一句话</source>
        <translation>{name}: what is wrong, in one sentence</translation>
    </message>
</context>
<context>
    <name>LooksStep</name>
    <message>
        <source>语言与字号</source>
        <translation>Language and size</translation>
    </message>
    <message>
        <source>选好后立刻显示，以后在登录页也能改。</source>
        <translation>Shown at once; can be changed later on the login page.</translation>
    </message>
    <message>
        <source>标准</source>
        <translation>Normal</translation>
    </message>
    <message>
        <source>大</source>
        <translation>Large</translation>
    </message>
    <message>
        <source>特大</source>
        <translation>Largest</translation>
    </message>
    <message>
        <source>浅色</source>
        <translation>Light</translation>
    </message>
    <message>
        <source>深色</source>
        <translation>Dark</translation>
    </message>
    <message>
        <source>中文</source>
        <translation>Chinese</translation>
    </message>
    <message>
        <source>字号</source>
        <translation>Text size</translation>
    </message>
    <message>
        <source>主题</source>
        <translation>Theme</translation>
    </message>
    <message>
        <source>语言</source>
        <translation>Language</translation>
    </message>
</context>
<context>
    <name>MailPage</name>
    <message>
        <source>邮件收件</source>
        <translation>Mail-in</translation>
    </message>
    <message>
        <source>1 待办理</source>
        <translation>1 To open</translation>
    </message>
    <message>
        <source>2 待部门签收</source>
        <translation>2 For departments</translation>
    </message>
    <message>
        <source>3 待回寄</source>
        <translation>3 To post</translation>
    </message>
    <message>
        <source>4 全部</source>
        <translation>4 All</translation>
    </message>
    <message>
        <source>来件时间</source>
        <translation>Arrived</translation>
    </message>
    <message>
        <source>运单号</source>
        <translation>Waybill</translation>
    </message>
    <message>
        <source>寄件人</source>
        <translation>Sender</translation>
    </message>
    <message>
        <source>寄给</source>
        <translation>Addressed to</translation>
    </message>
    <message>
        <source>状态</source>
        <translation>State</translation>
    </message>
    <message>
        <source>没有等着的来件，扫面单登记下一件</source>
        <translation>No parcel waits; scan a waybill to register the next</translation>
    </message>
    <message>
        <source>登记</source>
        <translation>Register</translation>
    </message>
    <message>
        <source>{no} 已登记</source>
        <translation>{no} registered</translation>
    </message>
    <message>
        <source>{n} 件已由部门签收</source>
        <translation>Parcels signed for by the department: {n}</translation>
    </message>
    <message>
        <source>{no} 已记下</source>
        <translation>{no} noted</translation>
    </message>
    <message>
        <source>签收</source>
        <translation>Sign</translation>
    </message>
    <message>
        <source>记下单号</source>
        <translation>Note the number</translation>
    </message>
    <message>
        <source>作废</source>
        <translation>Strike out</translation>
    </message>
    <message>
        <source>窗口</source>
        <translation>Window</translation>
    </message>
    <message>
        <source>扫面单即登记；寄给部门的不拆封</source>
        <translation>A scanned waybill registers; parcels for departments stay shut</translation>
    </message>
    <message>
        <source>返回</source>
        <translation>Back</translation>
    </message>
    <message>
        <source>邮件面单</source>
        <translation>waybill</translation>
    </message>
</context>
<context>
    <name>MaskedText</name>
    <message>
        <source>按住 Ctrl 显示</source>
        <translation>Hold Ctrl to show</translation>
    </message>
</context>
<context>
    <name>MaterialsList</name>
    <message>
        <source>材料</source>
        <translation>Materials</translation>
    </message>
    <message>
        <source>页</source>
        <translation>Pages</translation>
    </message>
    <message>
        <source>审查</source>
        <translation>Finding</translation>
    </message>
    <message>
        <source>材料清单</source>
        <translation>Materials</translation>
    </message>
    <message>
        <source>合格</source>
        <translation>Fits</translation>
    </message>
    <message>
        <source>问题</source>
        <translation>Problem</translation>
    </message>
    <message>
        <source>容缺 {date}</source>
        <translation>Promised {date}</translation>
    </message>
    <message>
        <source>共享</source>
        <translation>Shared</translation>
    </message>
    <message>
        <source>未看</source>
        <translation>Not seen</translation>
    </message>
    <message>
        <source>已看</source>
        <translation>Seen</translation>
    </message>
    <message>
        <source>纸质</source>
        <translation>Paper</translation>
    </message>
    <message>
        <source>{n} 页</source>
        <translation>{n} p.</translation>
    </message>
</context>
<context>
    <name>MaterialsPart</name>
    <message>
        <source>材料</source>
        <translation>Materials</translation>
    </message>
    <message>
        <source>还没有材料</source>
        <translation>No material yet</translation>
    </message>
    <message>
        <source>添加材料</source>
        <translation>Add a material</translation>
    </message>
    <message>
        <source>添加</source>
        <translation>Add</translation>
    </message>
    <message>
        <source>删去</source>
        <translation>Remove</translation>
    </message>
    <message>
        <source>上移</source>
        <translation>Up</translation>
    </message>
    <message>
        <source>下移</source>
        <translation>Down</translation>
    </message>
    <message>
        <source>材料名称</source>
        <translation>Material</translation>
    </message>
    <message>
        <source>形式</source>
        <translation>Form</translation>
    </message>
    <message>
        <source>原件</source>
        <translation>Original</translation>
    </message>
    <message>
        <source>份</source>
        <translation>No.</translation>
    </message>
    <message>
        <source>必要性</source>
        <translation>Necessity</translation>
    </message>
    <message>
        <source>必要</source>
        <translation>Required</translation>
    </message>
    <message>
        <source>来源</source>
        <translation>Source</translation>
    </message>
    <message>
        <source>申请人自备</source>
        <translation>Applicant</translation>
    </message>
    <message>
        <source>检查</source>
        <translation>Check</translation>
    </message>
    <message>
        <source>通过</source>
        <translation>Passed</translation>
    </message>
    <message>
        <source>要改</source>
        <translation>To mend</translation>
    </message>
</context>
<context>
    <name>MatterCard</name>
    <message>
        <source>示例，待部门确认</source>
        <translation>Sample, not confirmed</translation>
    </message>
    <message>
        <source>不收费</source>
        <translation>No fee</translation>
    </message>
    <message>
        <source>第 {v} 版 {day}</source>
        <translation>Version {v} {day}</translation>
    </message>
    <message>
        <source>另有 {n} 份</source>
        <translation>{n} more</translation>
    </message>
    <message>
        <source>该事项还没有材料清单，收件时写明原因</source>
        <translation>This matter has no list yet; give the reason when taking it in</translation>
    </message>
    <message>
        <source>部门</source>
        <translation>Department</translation>
    </message>
    <message>
        <source>时限</source>
        <translation>Limit</translation>
    </message>
    <message>
        <source>材料</source>
        <translation>Materials</translation>
    </message>
    <message>
        <source>收费</source>
        <translation>Fee</translation>
    </message>
    <message>
        <source>版本</source>
        <translation>Version</translation>
    </message>
    <message>
        <source>又叫</source>
        <translation>Also</translation>
    </message>
    <message>
        <source>请到专业窗口</source>
        <translation>Go to its own window</translation>
    </message>
    <message>
        <source>本窗口可办</source>
        <translation>Handled here</translation>
    </message>
    <message>
        <source>本厅不办</source>
        <translation>Not in this hall</translation>
    </message>
    <message>
        <source>请到 {w} 号窗口</source>
        <translation>Please go to window {w}</translation>
    </message>
    <message>
        <source>时限以部门确认为准</source>
        <translation>Limit set by the department</translation>
    </message>
    <message>
        <source>当场办结</source>
        <translation>Decided at once</translation>
    </message>
    <message>
        <source>{n} 个{unit}</source>
        <translation>{n} {unit}</translation>
    </message>
    <message>
        <source>{n} 份</source>
        <translation>{n}</translation>
    </message>
    <message>
        <source>，共享 {n}</source>
        <translation>, {n} shared</translation>
    </message>
    <message>
        <source>，可容缺 {n}</source>
        <translation>, {n} can be promised</translation>
    </message>
    <message>
        <source>各事项分别计算</source>
        <translation>Each matter its own</translation>
    </message>
    <message>
        <source>合并，每份只交一次</source>
        <translation>Merged, each handed in once</translation>
    </message>
    <message>
        <source>各事项分别收取</source>
        <translation>Each matter its own</translation>
    </message>
    <message>
        <source>问 {n} 个问题，可能包括：</source>
        <translation>Questions: {n}; may bring:</translation>
    </message>
</context>
<context>
    <name>MatterEditor</name>
    <message>
        <source>事项的各部分</source>
        <translation>Parts of the matter</translation>
    </message>
</context>
<context>
    <name>MatterList</name>
    <message>
        <source>编码、拼音首字母、名称</source>
        <translation>Code, initials or name</translation>
    </message>
    <message>
        <source>查找事项</source>
        <translation>Find a matter</translation>
    </message>
    <message>
        <source>部门</source>
        <translation>Department</translation>
    </message>
    <message>
        <source>情况</source>
        <translation>State</translation>
    </message>
    <message>
        <source>编码</source>
        <translation>Code</translation>
    </message>
    <message>
        <source>事项</source>
        <translation>Matter</translation>
    </message>
    <message>
        <source>没有符合的事项</source>
        <translation>No such matter</translation>
    </message>
    <message>
        <source>全部部门 {n}</source>
        <translation>All departments {n}</translation>
    </message>
    <message>
        <source>全部情况</source>
        <translation>All states</translation>
    </message>
    <message>
        <source>有修改稿 {n}</source>
        <translation>With a draft {n}</translation>
    </message>
    <message>
        <source>待复核 {n}</source>
        <translation>{n} to approve</translation>
    </message>
    <message>
        <source>示例 {n}</source>
        <translation>Samples {n}</translation>
    </message>
    <message>
        <source>没有窗口 {n}</source>
        <translation>No window {n}</translation>
    </message>
    <message>
        <source>未受理 {n}</source>
        <translation>Not taken in {n}</translation>
    </message>
    <message>
        <source>未保存</source>
        <translation>Unsaved</translation>
    </message>
    <message>
        <source>未受理</source>
        <translation>Not taken in</translation>
    </message>
    <message>
        <source>没有窗口</source>
        <translation>No window</translation>
    </message>
    <message>
        <source>第 {v} 版</source>
        <translation>Version {v}</translation>
    </message>
    <message>
        <source>示例</source>
        <translation>Sample</translation>
    </message>
</context>
<context>
    <name>MatterPage</name>
    <message>
        <source>不收费</source>
        <translation>No fee</translation>
    </message>
    <message>
        <source>取这件事的号</source>
        <translation>Take a number</translation>
    </message>
    <message>
        <source>打印材料清单</source>
        <translation>Print the list</translation>
    </message>
    <message>
        <source>打印办事指南</source>
        <translation>Print the guide</translation>
    </message>
    <message>
        <source>这件事还没有公布材料清单，请到导办台咨询</source>
        <translation>No list of papers is published for this matter yet; ask the guide</translation>
    </message>
    <message>
        <source>要带的材料</source>
        <translation>Papers to bring</translation>
    </message>
    <message>
        <source>不用带的（系统可取得）</source>
        <translation>Not to be brought (shared data)</translation>
    </message>
    <message>
        <source>清单为示例，待部门确认，以窗口告知为准</source>
        <translation>Sample list, not confirmed by the department; the window&apos;s word counts</translation>
    </message>
    <message>
        <source>{n} 份</source>
        <translation>×{n}</translation>
    </message>
</context>
<context>
    <name>MattersPanel</name>
    <message>
        <source>添加事项</source>
        <translation>Add matter</translation>
    </message>
    <message>
        <source>移除选中的事项（Del）</source>
        <translation>Remove the chosen matter (Del)</translation>
    </message>
    <message>
        <source>填写</source>
        <translation>Fill</translation>
    </message>
    <message>
        <source>还没有事项</source>
        <translation>No matter yet</translation>
    </message>
    <message>
        <source>本次事项</source>
        <translation>Matters of this visit</translation>
    </message>
    <message>
        <source>合并后 {n} 份（原 {m} 份），少交 {k} 份</source>
        <translation>{n} papers (of {m}), {k} fewer</translation>
    </message>
    <message>
        <source>一表 {n} 项，已填 {m}</source>
        <translation>Form: {m} of {n}</translation>
    </message>
    <message>
        <source>{b} 须在 {a} 办结后办</source>
        <translation>{b} only after {a} is decided</translation>
    </message>
    <message>
        <source>请退还 {n} 份：{list}</source>
        <translation>Give back {n}: {list}</translation>
    </message>
</context>
<context>
    <name>MovePage</name>
    <message>
        <source>把窗口迁到另一台电脑</source>
        <translation>Move this window to another PC</translation>
    </message>
    <message>
        <source>管理员工号</source>
        <translation>Administrator’s staff number</translation>
    </message>
    <message>
        <source>口令</source>
        <translation>Password</translation>
    </message>
    <message>
        <source>再看接入码</source>
        <translation>Show the code again</translation>
    </message>
    <message>
        <source>上报全部记录并交出窗口</source>
        <translation>Send everything and give the window away</translation>
    </message>
    <message>
        <source>不迁了，回到登录</source>
        <translation>Stay here, back to the login</translation>
    </message>
    <message>
        <source>请填写</source>
        <translation>Fill this in</translation>
    </message>
    <message>
        <source>正在上报本机的全部记录，请不要关机…</source>
        <translation>Sending everything this PC holds; do not switch it off…</translation>
    </message>
    <message>
        <source>窗口已交出，本机的记录已全部上报。新电脑的一次性接入码：</source>
        <translation>The window is given away and everything was sent. One-time code for the new PC:</translation>
    </message>
    <message>
        <source>1. 在新电脑上装好综窗台并打开，首次设置到“大厅”一步选“加入已有大厅”。</source>
        <translation>1. Install the program on the new PC and start it; at the step “Hall” choose “Join a hall”.</translation>
    </message>
    <message>
        <source>2. 服务器地址填 {server}，接入码照上面输入，大小写和横线不论。</source>
        <translation>2. The server is {server}; type the code as above, case and dashes do not matter.</translation>
    </message>
    <message>
        <source>3. 24 小时内有效，只能用一次。本机不能再收件，可以卸载综窗台。</source>
        <translation>3. It is good for 24 hours and one PC. This PC takes in no more; the program may be removed.</translation>
    </message>
    <message>
        <source>本机的窗口已迁走</source>
        <translation>This PC’s window went to another PC</translation>
    </message>
    <message>
        <source>先把本机的记录全部上报给大厅服务器，再交出窗口；交出后本机永远不能再收件。没有办完的件要先办完。断网时窗口不会交出。</source>
        <translation>Everything this PC holds is sent to the hall’s server, then the window is given away; after that this PC never takes in again. Finish open visits first. Without the network the window stays here.</translation>
    </message>
</context>
<context>
    <name>NewsLine</name>
    <message>
        <source>看变化</source>
        <translation>See changes</translation>
    </message>
    <message>
        <source>自上次上班（{day}）以来事项目录有 {n} 处变化，本窗口 {here} 处</source>
        <translation>Changes of the catalogue since your last shift ({day}): {n}, at this window {here}</translation>
    </message>
</context>
<context>
    <name>NextUp</name>
    <message>
        <source>现在没有人等候，有人取号会自动提示</source>
        <translation>Nobody is waiting; a new ticket will show by itself</translation>
    </message>
    <message>
        <source>等候的 {n} 人都不在本窗口范围</source>
        <translation>The {n} waiting are outside this window&apos;s scope</translation>
    </message>
    <message>
        <source>前面第一位</source>
        <translation>First in line</translation>
    </message>
    <message>
        <source>{category} · 已等 {n} 分</source>
        <translation>{category} · waited {n} min</translation>
    </message>
    <message>
        <source>绿色通道</source>
        <translation>Green lane</translation>
    </message>
    <message>
        <source>优先 · {why}</source>
        <translation>Priority · {why}</translation>
    </message>
</context>
<context>
    <name>NoticeBand</name>
    <message>
        <source>知道了</source>
        <translation>Got it</translation>
    </message>
    <message>
        <source>（另有 {n} 条）</source>
        <translation> ({n} more)</translation>
    </message>
</context>
<context>
    <name>NoticePage</name>
    <message>
        <source>一次性告知</source>
        <translation>One-time notice</translation>
    </message>
    <message>
        <source>没有缺的或不符的材料，不用告知</source>
        <translation>Nothing is missing or defective; no notice needed</translation>
    </message>
    <message>
        <source>坚持递交</source>
        <translation>Insists on handing in</translation>
    </message>
    <message>
        <source>共 {n} 项，一次说清</source>
        <translation>{n} in all, told at once</translation>
    </message>
    <message>
        <source>{p} 人共 {n} 项，每人一份</source>
        <translation>{n} for {p} applicants, one notice each</translation>
    </message>
    <message>
        <source>申请人</source>
        <translation>Applicant</translation>
    </message>
    <message>
        <source>材料</source>
        <translation>Material</translation>
    </message>
    <message>
        <source>情况</source>
        <translation>State</translation>
    </message>
    <message>
        <source>原因</source>
        <translation>Reason</translation>
    </message>
    <message>
        <source>怎样补</source>
        <translation>What to do</translation>
    </message>
    <message>
        <source>更正后重新提交，{form} 份</source>
        <translation>Correct and hand in again: {form}</translation>
    </message>
    <message>
        <source>补交{form} 份</source>
        <translation>Hand in: {form}</translation>
    </message>
    <message>
        <source>申请人坚持递交的，窗口不得拒收：出具材料接收凭证，由部门决定是否受理</source>
        <translation>If the applicant insists, the window may not refuse: print a material voucher; the department decides</translation>
    </message>
    <message>
        <source>返回</source>
        <translation>Back</translation>
    </message>
    <message>
        <source>打印告知书</source>
        <translation>Print the notice</translation>
    </message>
    <message>
        <source>告知书上有优先号凭码：材料备齐后当日凭码优先，扫码即恢复本次全部登记，任一综合窗口都可办</source>
        <translation>The notice carries a return code: it goes first that day, restores everything recorded, and works at any window</translation>
    </message>
</context>
<context>
    <name>NowCalled</name>
    <message>
        <source>{no} 到 {w} 号窗口</source>
        <translation>{no} to window {w}</translation>
    </message>
    <message>
        <source>正在叫号</source>
        <translation>Now called</translation>
    </message>
    <message>
        <source>还没有叫号</source>
        <translation>Nobody called yet</translation>
    </message>
    <message>
        <source>请到 {w} 号窗口</source>
        <translation>please go to window {w}</translation>
    </message>
    <message>
        <source>叫号请看大厅屏、听语音</source>
        <translation>For calls, see the hall’s screen and listen</translation>
    </message>
</context>
<context>
    <name>NumberEditor</name>
    <message>
        <source>叫指定的号，或按预约码开始</source>
        <translation>Call one number, or begin with a booking code</translation>
    </message>
    <message>
        <source>例如 A058，或预约码</source>
        <translation>A058 or a booking code</translation>
    </message>
    <message>
        <source>号码或预约码</source>
        <translation>Number or booking code</translation>
    </message>
</context>
<context>
    <name>OnTheWayPanel</name>
    <message>
        <source>已寄出</source>
        <translation>In the post</translation>
    </message>
    <message>
        <source>查到签收就确认，退回的放回柜架</source>
        <translation>Confirm what was delivered; what came back goes on the shelf</translation>
    </message>
    <message>
        <source>运单号</source>
        <translation>Waybill</translation>
    </message>
    <message>
        <source>结果</source>
        <translation>Result</translation>
    </message>
    <message>
        <source>寄出</source>
        <translation>Send</translation>
    </message>
    <message>
        <source>件号</source>
        <translation>Case no.</translation>
    </message>
    <message>
        <source>已寄出的结果</source>
        <translation>Results in the post</translation>
    </message>
    <message>
        <source>没有在途的邮件</source>
        <translation>Nothing in the post</translation>
    </message>
    <message>
        <source>签收日期（年-月-日）</source>
        <translation>Delivered on (YYYY-MM-DD)</translation>
    </message>
    <message>
        <source>签收人（回执上的）</source>
        <translation>Signed by</translation>
    </message>
    <message>
        <source>退回放柜</source>
        <translation>Came back</translation>
    </message>
    <message>
        <source>确认签收</source>
        <translation>Delivered</translation>
    </message>
    <message>
        <source>邮件退回，放回柜架。原因：</source>
        <translation>Came back to the shelf. Reason:</translation>
    </message>
    <message>
        <source>请填写寄出以后、今天以前的日期，如 2026-11-24</source>
        <translation>A day since it was sent and not after today, as 2026-11-24</translation>
    </message>
    <message>
        <source>{number} 已签收，签收凭证请移交部门</source>
        <translation>{number} delivered; its proof goes to the department</translation>
    </message>
    <message>
        <source>{number} 退回，请放到 {shelf}，可再寄或通知来取</source>
        <translation>{number} came back; put it at {shelf}; post it again or have it fetched</translation>
    </message>
    <message>
        <source>寄递清单</source>
        <translation>Posting list</translation>
    </message>
</context>
<context>
    <name>OnlinePage</name>
    <message>
        <source>网上件</source>
        <translation>Online</translation>
    </message>
    <message>
        <source>退回</source>
        <translation>Return</translation>
    </message>
    <message>
        <source>预审通过</source>
        <translation>Passes</translation>
    </message>
    <message>
        <source>预审 2 个工作日；退回要一次列全</source>
        <translation>2 working days; a return lists everything at once</translation>
    </message>
    <message>
        <source>表单和扫描件已带入，只收部门还要的纸质材料</source>
        <translation>Form and scans are filled in; take only the papers still wanted</translation>
    </message>
    <message>
        <source>返回</source>
        <translation>Back</translation>
    </message>
</context>
<context>
    <name>OnlineTaking</name>
    <message>
        <source>申报编号或申请人姓名（也可扫申请人的码）</source>
        <translation>Application number or name (or scan the applicant&apos;s code)</translation>
    </message>
    <message>
        <source>申报编号</source>
        <translation>Application</translation>
    </message>
    <message>
        <source>申请人</source>
        <translation>Applicant</translation>
    </message>
    <message>
        <source>事项</source>
        <translation>Matter</translation>
    </message>
    <message>
        <source>预审</source>
        <translation>Pre-reviewed</translation>
    </message>
    <message>
        <source>须交纸质</source>
        <translation>On paper</translation>
    </message>
    <message>
        <source>预审通过的网上件</source>
        <translation>Online applications that passed</translation>
    </message>
    <message>
        <source>没有这样的网上件：没有预审通过，或已经收件</source>
        <translation>None like that: not passed yet, or taken in already</translation>
    </message>
    <message>
        <source>不用交</source>
        <translation>nothing</translation>
    </message>
</context>
<context>
    <name>Overview</name>
    <message>
        <source>材料交接</source>
        <translation>Hand-over</translation>
    </message>
    <message>
        <source>没有等待移交的材料</source>
        <translation>No paper waits to be handed over</translation>
    </message>
    <message>
        <source>差评</source>
        <translation>Bad ratings</translation>
    </message>
    <message>
        <source>今天没有差评</source>
        <translation>No bad rating today</translation>
    </message>
    <message>
        <source>督办</source>
        <translation>Remind</translation>
    </message>
    <message>
        <source>阈值 {n} 分</source>
        <translation>limit {n} min</translation>
    </message>
    <message>
        <source>{time} → 现在</source>
        <translation>{time} → now</translation>
    </message>
    <message>
        <source>最长 {n} 分，超过 {limit} 分线</source>
        <translation>longest {n} min, over the {limit} min line</translation>
    </message>
    <message>
        <source>最长 {n} 分</source>
        <translation>longest {n} min</translation>
    </message>
    <message>
        <source>空闲 {idle} · 暂停 {paused}</source>
        <translation>{idle} idle · {paused} paused</translation>
    </message>
    <message>
        <source>办结 {done} · 容缺 {deferred}</source>
        <translation>{done} finished · {deferred} promised</translation>
    </message>
    <message>
        <source>{n} 人</source>
        <translation>{n}</translation>
    </message>
    <message>
        <source>等候</source>
        <translation>Waiting</translation>
    </message>
    <message>
        <source>在窗</source>
        <translation>At windows</translation>
    </message>
    <message>
        <source>今日收件</source>
        <translation>Taken in today</translation>
    </message>
    <message>
        <source>{n} 件</source>
        <translation>{n}</translation>
    </message>
    <message>
        <source>超期</source>
        <translation>Overdue</translation>
    </message>
    <message>
        <source>今日到期 {n}</source>
        <translation>{n} due today</translation>
    </message>
    <message>
        <source>满意</source>
        <translation>Satisfied</translation>
    </message>
    <message>
        <source>{n} 人评价 · 未评价 {left}</source>
        <translation>{n} rated · {left} not</translation>
    </message>
    <message>
        <source>{department} {n} 件</source>
        <translation>{department}: {n}</translation>
    </message>
    <message>
        <source>已过 {time}</source>
        <translation>late since {time}</translation>
    </message>
    <message>
        <source>还有 {n} 分</source>
        <translation>{n} min left</translation>
    </message>
    <message>
        <source>没有说原因</source>
        <translation>no reason given</translation>
    </message>
    <message>
        <source>{time} {n} 号窗</source>
        <translation>{time} window {n}</translation>
    </message>
    <message>
        <source>各窗口设备正常</source>
        <translation>All devices work</translation>
    </message>
    <message>
        <source>设备异常</source>
        <translation>Devices</translation>
    </message>
    <message>
        <source>{n} 号窗 {device}</source>
        <translation>Window {n}: {device}</translation>
    </message>
    <message>
        <source>● 超期&#x3000;○ 今日</source>
        <translation>● Overdue&#x3000;○ Today</translation>
    </message>
</context>
<context>
    <name>OwnSecretPage</name>
    <message>
        <source>口令与 PIN</source>
        <translation>Password and PIN</translation>
    </message>
    <message>
        <source>现在的口令</source>
        <translation>Present password</translation>
    </message>
    <message>
        <source>新口令</source>
        <translation>New password</translation>
    </message>
    <message>
        <source>再输一次新口令</source>
        <translation>New password once more</translation>
    </message>
    <message>
        <source>新 PIN</source>
        <translation>New PIN</translation>
    </message>
    <message>
        <source>再输一次新 PIN</source>
        <translation>New PIN once more</translation>
    </message>
    <message>
        <source>更换口令</source>
        <translation>Change the password</translation>
    </message>
    <message>
        <source>设置 PIN</source>
        <translation>Set the PIN</translation>
    </message>
    <message>
        <source>停用 PIN</source>
        <translation>Give the PIN up</translation>
    </message>
    <message>
        <source>至少 {n} 位，数字、大小写字母、符号至少用 {kinds} 种；换后要重设 PIN</source>
        <translation>At least {n} characters of at least {kinds} kinds: digits, small and capital letters, signs. The PIN has to be set again then</translation>
    </message>
    <message>
        <source>{n} 位数字，只在本机、您的班次内用来解锁；错 {tries} 次后改用口令</source>
        <translation>{n} digits, to unlock this PC during your shift only; after {tries} wrong ones the password is needed</translation>
    </message>
    <message>
        <source>本厅不用 PIN 解锁</source>
        <translation>This hall has no PINs</translation>
    </message>
    <message>
        <source>口令已更换</source>
        <translation>The password is changed</translation>
    </message>
    <message>
        <source>PIN 已设置，锁屏后可用</source>
        <translation>The PIN is set and works at the lock</translation>
    </message>
    <message>
        <source>PIN 已停用</source>
        <translation>The PIN is given up</translation>
    </message>
    <message>
        <source>请填写</source>
        <translation>Fill this in</translation>
    </message>
    <message>
        <source>两次输入不一样</source>
        <translation>The two do not match</translation>
    </message>
    <message>
        <source>解锁 PIN</source>
        <translation>PIN to unlock</translation>
    </message>
    <message>
        <source>口令和 PIN 都只存不可还原的校验值</source>
        <translation>Of password and PIN only check values are kept; they cannot be read back</translation>
    </message>
    <message>
        <source>返回</source>
        <translation>Back</translation>
    </message>
</context>
<context>
    <name>PackageEditor</name>
    <message>
        <source>编码（四位）</source>
        <translation>Code (4 digits)</translation>
    </message>
    <message>
        <source>名称</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>牵头部门</source>
        <translation>Lead department</translation>
    </message>
    <message>
        <source>群众说法（用、分开）</source>
        <translation>What people call it (、 between)</translation>
    </message>
    <message>
        <source>都要办的事项（编码，用、分开）</source>
        <translation>Matters for everybody (codes)</translation>
    </message>
    <message>
        <source>可信程度</source>
        <translation>Confidence</translation>
    </message>
    <message>
        <source>来源</source>
        <translation>Source</translation>
    </message>
    <message>
        <source>备注</source>
        <translation>Remark</translation>
    </message>
    <message>
        <source>问什么</source>
        <translation>Question</translation>
    </message>
    <message>
        <source>答什么</source>
        <translation>Answer</translation>
    </message>
    <message>
        <source>就要办（编码，用、分开）</source>
        <translation>Then needed (codes)</translation>
    </message>
    <message>
        <source>接着问第几问（空：问完）</source>
        <translation>Next question (empty: end)</translation>
    </message>
    <message>
        <source>问题和答案</source>
        <translation>Questions and answers</translation>
    </message>
    <message>
        <source>不问就都要办；按 Ins 加一问</source>
        <translation>Nothing is asked, all matters are needed; Ins adds a question</translation>
    </message>
    <message>
        <source>加一行</source>
        <translation>Add a line</translation>
    </message>
    <message>
        <source>删去</source>
        <translation>Remove</translation>
    </message>
    <message>
        <source>第几问</source>
        <translation>No.</translation>
    </message>
    <message>
        <source>就要办</source>
        <translation>Then needed</translation>
    </message>
    <message>
        <source>接着问</source>
        <translation>Next</translation>
    </message>
</context>
<context>
    <name>PackageList</name>
    <message>
        <source>一件事</source>
        <translation>Packages</translation>
    </message>
    <message>
        <source>编码</source>
        <translation>Code</translation>
    </message>
    <message>
        <source>情况</source>
        <translation>State</translation>
    </message>
    <message>
        <source>还没有一件事套餐</source>
        <translation>There is no package yet</translation>
    </message>
    <message>
        <source>新建</source>
        <translation>New</translation>
    </message>
    <message>
        <source>新套餐，提交后由另一位主管或管理员批准</source>
        <translation>New; once handed in, another supervisor or administrator approves</translation>
    </message>
    <message>
        <source>已停办：{why}</source>
        <translation>Withdrawn: {why}</translation>
    </message>
    <message>
        <source>第 {v} 版在用</source>
        <translation>Version {v} is offered</translation>
    </message>
    <message>
        <source>{who}起草，{time}</source>
        <translation>Written by {who}, {time}</translation>
    </message>
    <message>
        <source>申请停办：{why}</source>
        <translation>To be withdrawn: {why}</translation>
    </message>
    <message>
        <source>您参与起草，由另一位主管或管理员批准</source>
        <translation>You wrote a part of it; another supervisor or administrator approves</translation>
    </message>
    <message>
        <source>示例，待部门确认</source>
        <translation>Sample, to be confirmed by the department</translation>
    </message>
    <message>
        <source>已停办</source>
        <translation>Withdrawn</translation>
    </message>
    <message>
        <source>示例</source>
        <translation>Sample</translation>
    </message>
    <message>
        <source>第 {v} 版</source>
        <translation>Version {v}</translation>
    </message>
    <message>
        <source>第 {v} 版自 {day} 起生效</source>
        <translation>Version {v} begins on {day}</translation>
    </message>
    <message>
        <source>批准后自 {day} 起生效</source>
        <translation>Once approved it begins on {day}</translation>
    </message>
    <message>
        <source>{who}退回：{why}</source>
        <translation>Returned by {who}: {why}</translation>
    </message>
    <message>
        <source>未保存</source>
        <translation>Unsaved</translation>
    </message>
</context>
<context>
    <name>PackagePage</name>
    <message>
        <source>示例，待部门确认</source>
        <translation>Sample, to be confirmed</translation>
    </message>
    <message>
        <source>合并后的材料</source>
        <translation>Merged materials</translation>
    </message>
    <message>
        <source>事项</source>
        <translation>Matter</translation>
    </message>
    <message>
        <source>部门</source>
        <translation>Department</translation>
    </message>
    <message>
        <source>要办的事项</source>
        <translation>Matters to take in</translation>
    </message>
    <message>
        <source>材料</source>
        <translation>Materials</translation>
    </message>
    <message>
        <source>用于</source>
        <translation>For</translation>
    </message>
    <message>
        <source>全部加入本次</source>
        <translation>Take all in</translation>
    </message>
    <message>
        <source>先回答：{q}</source>
        <translation>Answer first: {q}</translation>
    </message>
    <message>
        <source>{n} 个事项 · 一表 {f} 项 · 材料 {m} 份（原 {b} 份，少交 {k} 份）</source>
        <translation>{n} matters · one form of {f} fields · {m} papers ({b} before, {k} spared)</translation>
    </message>
    <message>
        <source>返回</source>
        <translation>Back</translation>
    </message>
</context>
<context>
    <name>PackagesPage</name>
    <message>
        <source>一件事</source>
        <translation>Packages</translation>
    </message>
    <message>
        <source>选一件事，Enter 开始修改</source>
        <translation>Choose a package; Enter begins to write</translation>
    </message>
    <message>
        <source>已批准</source>
        <translation>Approved</translation>
    </message>
    <message>
        <source>已退回</source>
        <translation>Returned</translation>
    </message>
    <message>
        <source>已提交复核</source>
        <translation>Handed in for approval</translation>
    </message>
    <message>
        <source>检查：{n} 处要改：{what}</source>
        <translation>Check: {n} to mend: {what}</translation>
    </message>
    <message>
        <source>检查：通过</source>
        <translation>Check: passed</translation>
    </message>
    <message>
        <source>批准后不再提供；已收的件照常办完</source>
        <translation>Once approved it is offered no more; cases taken in go on</translation>
    </message>
    <message>
        <source>停办这件事</source>
        <translation>Withdraw the package</translation>
    </message>
    <message>
        <source>新建（Ctrl+D）</source>
        <translation>New (Ctrl+D)</translation>
    </message>
    <message>
        <source>返回（Esc）</source>
        <translation>Back (Esc)</translation>
    </message>
    <message>
        <source>草稿已保存</source>
        <translation>Draft saved</translation>
    </message>
    <message>
        <source>已放弃未保存的修改</source>
        <translation>Unsaved changes given up</translation>
    </message>
    <message>
        <source>已放弃这一稿</source>
        <translation>Draft given up</translation>
    </message>
</context>
<context>
    <name>Pads</name>
    <message>
        <source>呼叫器已按，请先回到收件台再按</source>
        <translation>Pad pressed: go back to the counter first, then press again</translation>
    </message>
    <message>
        <source>{n}号窗口的呼叫器请求帮助</source>
        <translation>The pad of window {n} asks for help</translation>
    </message>
</context>
<context>
    <name>PageViewer</name>
    <message>
        <source>材料影像</source>
        <translation>Page of a material</translation>
    </message>
    <message>
        <source>本件没有扫描页，请看纸质材料</source>
        <translation>No scanned pages; look at the paper</translation>
    </message>
    <message>
        <source>正在取这一页…</source>
        <translation>Fetching this page…</translation>
    </message>
    <message>
        <source>第 {n} 页，共 {all} 页</source>
        <translation>Page {n} of {all}</translation>
    </message>
    <message>
        <source>这一页在扫描它的电脑上，正在取；离线时联网后自动显示</source>
        <translation>This page is on the PC that scanned it and is being fetched; while offline it appears once the network is back</translation>
    </message>
    <message>
        <source>保存期已满，这一页已随申请人信息销毁，不能再看</source>
        <translation>Its time is over: this page was destroyed with the applicant&apos;s data</translation>
    </message>
    <message>
        <source>图像打不开。按 {keys[F5]} 重取，或请窗口重新扫描</source>
        <translation>The image cannot be read. {keys[F5]} fetches it again, or ask the window to scan it anew</translation>
    </message>
</context>
<context>
    <name>PaperPreview</name>
    <message>
        <source>预览没有生成，不影响收件和打印</source>
        <translation>No preview; intake and printing go on</translation>
    </message>
</context>
<context>
    <name>PeoplePage</name>
    <message>
        <source>人员</source>
        <translation>Staff</translation>
    </message>
    <message>
        <source>AB 岗</source>
        <translation>AB deputies</translation>
    </message>
    <message>
        <source>授权委托书</source>
        <translation>Authorisations</translation>
    </message>
    <message>
        <source>姓名</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>岗位</source>
        <translation>Roles</translation>
    </message>
    <message>
        <source>部门</source>
        <translation>Department</translation>
    </message>
    <message>
        <source>情况</source>
        <translation>Status</translation>
    </message>
    <message>
        <source>今天由 {name} 顶岗</source>
        <translation>{name} stands in today</translation>
    </message>
    <message>
        <source>今天顶 {name} 的岗</source>
        <translation>Stands in for {name} today</translation>
    </message>
    <message>
        <source>{day} 培训：{what}</source>
        <translation>Trained on {day}: {what}</translation>
    </message>
    <message>
        <source>本窗口未登记培训：{what}</source>
        <translation>Not trained for this window: {what}</translation>
    </message>
    <message>
        <source>新增人员</source>
        <translation>Add somebody</translation>
    </message>
    <message>
        <source>改岗位</source>
        <translation>Change roles</translation>
    </message>
    <message>
        <source>岗位（用、分开）</source>
        <translation>Roles (separated by 、)</translation>
    </message>
    <message>
        <source>在岗</source>
        <translation>Works here</translation>
    </message>
    <message>
        <source>已离岗</source>
        <translation>Left</translation>
    </message>
    <message>
        <source>工号</source>
        <translation>Staff no.</translation>
    </message>
    <message>
        <source>代表部门（用、分开）</source>
        <translation>Departments (separated by 、)</translation>
    </message>
    <message>
        <source>是否在岗</source>
        <translation>Works here</translation>
    </message>
    <message>
        <source>岗位有：{every}</source>
        <translation>The roles are: {every}</translation>
    </message>
    <message>
        <source>窗口类别（用、分开）</source>
        <translation>Window categories (separated by 、)</translation>
    </message>
    <message>
        <source>培训日期</source>
        <translation>Trained on</translation>
    </message>
    <message>
        <source>有效至（可不填）</source>
        <translation>Good until (optional)</translation>
    </message>
    <message>
        <source>培训单位</source>
        <translation>Trainer</translation>
    </message>
    <message>
        <source>登记培训</source>
        <translation>Register training</translation>
    </message>
    <message>
        <source>重设口令</source>
        <translation>Reset password</translation>
    </message>
    <message>
        <source>A 岗</source>
        <translation>A</translation>
    </message>
    <message>
        <source>B 岗</source>
        <translation>B</translation>
    </message>
    <message>
        <source>指定 AB 岗</source>
        <translation>Name deputies</translation>
    </message>
    <message>
        <source>委托部门</source>
        <translation>Department</translation>
    </message>
    <message>
        <source>部门负责人</source>
        <translation>Its officer</translation>
    </message>
    <message>
        <source>窗口（用、分开）</source>
        <translation>Windows (separated by 、)</translation>
    </message>
    <message>
        <source>人员工号（用、分开）</source>
        <translation>Staff numbers (separated by 、)</translation>
    </message>
    <message>
        <source>事项编号（不填为该部门全部即办件）</source>
        <translation>Matter keys (empty: all instant ones)</translation>
    </message>
    <message>
        <source>委托书编号</source>
        <translation>Document no.</translation>
    </message>
    <message>
        <source>登记授权</source>
        <translation>Register authority</translation>
    </message>
    <message>
        <source>起日</source>
        <translation>From</translation>
    </message>
    <message>
        <source>止日</source>
        <translation>Until</translation>
    </message>
    <message>
        <source>原因</source>
        <translation>Reason</translation>
    </message>
    <message>
        <source>提前结束</source>
        <translation>End early</translation>
    </message>
    <message>
        <source>{n} 号窗口</source>
        <translation>Window {n}</translation>
    </message>
    <message>
        <source>生效中</source>
        <translation>In force</translation>
    </message>
    <message>
        <source>不在期内</source>
        <translation>Outside its days</translation>
    </message>
    <message>
        <source>未登记培训</source>
        <translation>Not trained</translation>
    </message>
    <message>
        <source>已撤销</source>
        <translation>Revoked</translation>
    </message>
    <message>
        <source>已到期</source>
        <translation>Expired</translation>
    </message>
    <message>
        <source>未到起日</source>
        <translation>Not begun</translation>
    </message>
    <message>
        <source>初始口令（至少 8 位）</source>
        <translation>First password (at least 8 characters)</translation>
    </message>
    <message>
        <source>新口令（至少 8 位）</source>
        <translation>New password (at least 8 characters)</translation>
    </message>
    <message>
        <source>委托书扫描件 {n} 页</source>
        <translation>Scanned pages of the authorisation: {n}</translation>
    </message>
    <message>
        <source>委托书未扫描</source>
        <translation>The authorisation is not scanned</translation>
    </message>
    <message>
        <source>扫描委托书</source>
        <translation>Scan the authorisation</translation>
    </message>
</context>
<context>
    <name>PersonFields</name>
    <message>
        <source>姓名</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>证件号码</source>
        <translation>ID number</translation>
    </message>
    <message>
        <source>手机或电话</source>
        <translation>Mobile or phone</translation>
    </message>
    <message>
        <source>证件类型</source>
        <translation>Kind of ID</translation>
    </message>
    <message>
        <source>地址</source>
        <translation>Address</translation>
    </message>
    <message>
        <source>法定代表人</source>
        <translation>Legal representative</translation>
    </message>
    <message>
        <source>仍要采用的理由</source>
        <translation>Reason to keep it</translation>
    </message>
    <message>
        <source>例如：户口簿上同号</source>
        <translation>For instance: same in the household book</translation>
    </message>
    <message>
        <source>单位名称</source>
        <translation>Name of the organisation</translation>
    </message>
    <message>
        <source>统一社会信用代码</source>
        <translation>Unified credit code</translation>
    </message>
</context>
<context>
    <name>PoliciesPage</name>
    <message>
        <source>制度</source>
        <translation>Policies</translation>
    </message>
    <message>
        <source>现行</source>
        <translation>In force</translation>
    </message>
    <message>
        <source>待生效</source>
        <translation>To begin</translation>
    </message>
    <message>
        <source>类别</source>
        <translation>Kind</translation>
    </message>
    <message>
        <source>设置</source>
        <translation>Setting</translation>
    </message>
    <message>
        <source>默认／改为</source>
        <translation>Default / changed to</translation>
    </message>
    <message>
        <source>情况</source>
        <translation>Status</translation>
    </message>
    <message>
        <source>来源：{rule}</source>
        <translation>Rule: {rule}</translation>
    </message>
    <message>
        <source>可填 {least} 到 {most}</source>
        <translation>From {least} to {most}</translation>
    </message>
    <message>
        <source>写法：{example}</source>
        <translation>Write it as: {example}</translation>
    </message>
    <message>
        <source>方案来源：{source}</source>
        <translation>The profile follows {source}</translation>
    </message>
    <message>
        <source>自 {day} 起生效</source>
        <translation>Begins on {day}</translation>
    </message>
    <message>
        <source>生效日期（不填即时生效）</source>
        <translation>Begins on (empty: at once)</translation>
    </message>
    <message>
        <source>理由</source>
        <translation>Reason</translation>
    </message>
    <message>
        <source>改这一项</source>
        <translation>Change this setting</translation>
    </message>
    <message>
        <source>装入本方案</source>
        <translation>Load this profile</translation>
    </message>
    <message>
        <source>只改方案写明的设置，其余不动</source>
        <translation>Only what the profile names is changed</translation>
    </message>
    <message>
        <source>不同</source>
        <translation>Differs</translation>
    </message>
    <message>
        <source>同默认</source>
        <translation>As the default</translation>
    </message>
</context>
<context>
    <name>Posting</name>
    <message>
        <source>回寄答复</source>
        <translation>Answer by post</translation>
    </message>
    <message>
        <source>回寄信封的运单号</source>
        <translation>Waybill of the answer</translation>
    </message>
    <message>
        <source>把打印好的文书装入信封，扫它的面单</source>
        <translation>Put the printed paper into an envelope and scan its waybill</translation>
    </message>
</context>
<context>
    <name>PreReview</name>
    <message>
        <source>预审期限</source>
        <translation>Due</translation>
    </message>
    <message>
        <source>事项</source>
        <translation>Matter</translation>
    </message>
    <message>
        <source>待预审</source>
        <translation>To pre-review</translation>
    </message>
    <message>
        <source>没有等着预审的网上件</source>
        <translation>No online application waits</translation>
    </message>
    <message>
        <source>证件号</source>
        <translation>ID number</translation>
    </message>
    <message>
        <source>手机</source>
        <translation>Mobile</translation>
    </message>
    <message>
        <source>材料</source>
        <translation>Paper</translation>
    </message>
    <message>
        <source>退回的全部原因（一次说清）</source>
        <translation>Everything that is wrong, at once</translation>
    </message>
    <message>
        <source>{no} 预审通过</source>
        <translation>{no} passed</translation>
    </message>
    <message>
        <source>{no} 已退回</source>
        <translation>{no} returned</translation>
    </message>
    <message>
        <source>已超期</source>
        <translation>Overdue</translation>
    </message>
    <message>
        <source>今天 {time} 前</source>
        <translation>today by {time}</translation>
    </message>
    <message>
        <source>{date} 前</source>
        <translation>by {date}</translation>
    </message>
    <message>
        <source>有问题</source>
        <translation>Problem</translation>
    </message>
    <message>
        <source>要交纸质</source>
        <translation>On paper</translation>
    </message>
    <message>
        <source>电子件即可</source>
        <translation>Electronic</translation>
    </message>
    <message>
        <source>申请内容</source>
        <translation>Application</translation>
    </message>
    <message>
        <source>打开一件，在这里看表单和材料</source>
        <translation>Open one to see its form and papers here</translation>
    </message>
</context>
<context>
    <name>PressingWatch</name>
    <message>
        <source>移交已迟 {n} 件</source>
        <translation>Late to hand over: {n}</translation>
    </message>
    <message>
        <source>{time} 移交 {n} 件</source>
        <translation>Hand over {n} by {time}</translation>
    </message>
    <message>
        <source>交接表待签 {n} 份</source>
        <translation>Lists unsigned: {n}</translation>
    </message>
    <message>
        <source>{department} {n} 件</source>
        <translation>{department} {n}</translation>
    </message>
    <message>
        <source>已过移交时间：{each}</source>
        <translation>Hand-over is late: {each}</translation>
    </message>
    <message>
        <source>{time} 前应移交：{each}</source>
        <translation>To hand over by {time}: {each}</translation>
    </message>
    <message>
        <source>材料交接表待签字 {n} 份</source>
        <translation>Hand-over lists to sign: {n}</translation>
    </message>
    <message>
        <source>容缺逾期未补 {n} 项</source>
        <translation>Promised papers overdue: {n}</translation>
    </message>
    <message>
        <source>容缺今日到期 {n} 项</source>
        <translation>Promised papers due today: {n}</translation>
    </message>
</context>
<context>
    <name>PreviewPart</name>
    <message>
        <source>窗口看到的</source>
        <translation>What a window sees</translation>
    </message>
    <message>
        <source>收件通知书</source>
        <translation>Receipt</translation>
    </message>
    <message>
        <source>办事指南</source>
        <translation>Guide</translation>
    </message>
    <message>
        <source>预览</source>
        <translation>Preview</translation>
    </message>
    <message>
        <source>材料核验</source>
        <translation>Checklist</translation>
    </message>
    <message>
        <source>先改好右边“检查”里的问题，再看预览</source>
        <translation>Mend what the check on the right found, then look at the preview</translation>
    </message>
    <message>
        <source>涉密事项：窗口不显示、不受理，只指到专业窗口</source>
        <translation>Classified matter: no window shows it or takes it in, people are sent to the special window</translation>
    </message>
    <message>
        <source>预览没有生成，不影响存草稿和提交</source>
        <translation>The preview could not be made; saving and handing in are not affected</translation>
    </message>
    <message>
        <source>没有材料清单，收件时须写原因，这里没有可预览的收件通知书</source>
        <translation>No list of papers: a reason is asked at intake, and there is no receipt to preview</translation>
    </message>
    <message>
        <source>收费：{said}</source>
        <translation>Fee: {said}</translation>
    </message>
    <message>
        <source>结果：{said}</source>
        <translation>Result: {said}</translation>
    </message>
    <message>
        <source>一表 {n} 项：{said}</source>
        <translation>One form, {n} fields: {said}</translation>
    </message>
    <message>
        <source>示例，待部门确认</source>
        <translation>Sample, to be confirmed by the department</translation>
    </message>
</context>
<context>
    <name>PrintList</name>
    <message>
        <source>文书</source>
        <translation>Paper</translation>
    </message>
    <message>
        <source>编号</source>
        <translation>No.</translation>
    </message>
    <message>
        <source>申请人</source>
        <translation>Applicant</translation>
    </message>
    <message>
        <source>打印</source>
        <translation>Print</translation>
    </message>
    <message>
        <source>文书和打印情况</source>
        <translation>Papers and their prints</translation>
    </message>
</context>
<context>
    <name>PrintTrouble</name>
    <message>
        <source>重试</source>
        <translation>Try again</translation>
    </message>
    <message>
        <source>换打印机</source>
        <translation>Another printer</translation>
    </message>
    <message>
        <source>稍后打</source>
        <translation>Later</translation>
    </message>
    <message>
        <source>出来了</source>
        <translation>It came out</translation>
    </message>
    <message>
        <source>没有，重打</source>
        <translation>No, print again</translation>
    </message>
</context>
<context>
    <name>PrintingSection</name>
    <message>
        <source>文书先打到</source>
        <translation>Papers go first to</translation>
    </message>
    <message>
        <source>打印机</source>
        <translation>The printer</translation>
    </message>
    <message>
        <source>备用打印机</source>
        <translation>The second printer</translation>
    </message>
    <message>
        <source>打不出来时，“换打印机”是另一台</source>
        <translation>When it fails, “other printer” is the other one</translation>
    </message>
    <message>
        <source>收件以后</source>
        <translation>After the receipt</translation>
    </message>
    <message>
        <source>马上打印</source>
        <translation>Print at once</translation>
    </message>
    <message>
        <source>我按键再打</source>
        <translation>Print at my key</translation>
    </message>
    <message>
        <source>按键再打：先放在“已收件”页和“补打”里，件已经保存</source>
        <translation>At a key: they wait on the page after the receipt and under Reprint; the case is saved</translation>
    </message>
    <message>
        <source>没有接打印机。到“设备”页连接；没有打印机也能收件，文书先存着。</source>
        <translation>No printer. Connect one on the page Devices; cases are taken in without one, papers wait.</translation>
    </message>
    <message>
        <source>打一张测试页</source>
        <translation>Print a test page</translation>
    </message>
    <message>
        <source>收件通知书每次打 {n} 份，是规定：管理、制度、收件通知书份数。</source>
        <translation>Copies printed of a receipt: {n}; that is a policy: Hall, Policies, Copies of a receipt.</translation>
    </message>
</context>
<context>
    <name>PrivacySection</name>
    <message>
        <source>按规定</source>
        <translation>As the rule</translation>
    </message>
    <message>
        <source>半分钟</source>
        <translation>30 s</translation>
    </message>
    <message>
        <source>1 分</source>
        <translation>1 min</translation>
    </message>
    <message>
        <source>2 分</source>
        <translation>2 min</translation>
    </message>
    <message>
        <source>3 分</source>
        <translation>3 min</translation>
    </message>
    <message>
        <source>空闲多久锁屏</source>
        <translation>Lock when idle for</translation>
    </message>
    <message>
        <source>办理中多久锁屏</source>
        <translation>Lock while serving after</translation>
    </message>
    <message>
        <source>改口令、设 PIN</source>
        <translation>Password and PIN</translation>
    </message>
    <message>
        <source>没有操作的时间由系统告诉；系统锁屏时这里也锁。锁屏上没有申请人，群众屏同时清空。</source>
        <translation>The system tells how long nobody touched the PC; when it locks, the desk locks too. The lock shows no applicant, and the citizen&apos;s screen is cleared.</translation>
    </message>
    <message>
        <source>证件号、手机号一直遮着。按住 Ctrl 才看全，每看一次都有记录。</source>
        <translation>Numbers of cards and phones are masked. Hold Ctrl to see them whole; each look is recorded.</translation>
    </message>
    <message>
        <source>诊断包和日志里没有姓名、证件号和手机号。</source>
        <translation>The bundle for help and the logs hold no name, no card number and no phone.</translation>
    </message>
    <message>
        <source>大厅的规定：空闲 {idle} 秒、办理中 {serving} 秒没有操作就锁屏（管理、制度）。这台电脑只能比规定更早锁，不能更晚。</source>
        <translation>The hall&apos;s rule: locked after {idle} s idle and {serving} s while serving (Hall, Policies). This PC may lock sooner, never later.</translation>
    </message>
</context>
<context>
    <name>ProgressLine</name>
    <message>
        <source>正在读取…</source>
        <translation>Reading…</translation>
    </message>
</context>
<context>
    <name>ProgressPage</name>
    <message>
        <source>收件号 + 查询码，或扫码</source>
        <translation>Receipt number + code, or scan</translation>
    </message>
    <message>
        <source>收件号和查询码</source>
        <translation>Receipt number and code</translation>
    </message>
    <message>
        <source>查询</source>
        <translation>Find</translation>
    </message>
    <message>
        <source>评价这次服务</source>
        <translation>Rate this visit</translation>
    </message>
    <message>
        <source>服务评价：请输入收件通知书上的号码和查询码</source>
        <translation>Rate a visit: enter the number and code of your receipt</translation>
    </message>
    <message>
        <source>进度查询：请刷身份证，或输入收件通知书上的号码和查询码</source>
        <translation>Progress: lay down your card, or enter the number and code of your receipt</translation>
    </message>
    <message>
        <source>没有查到在本大厅的办件</source>
        <translation>No case of yours in this hall</translation>
    </message>
    <message>
        <source>查询结果</source>
        <translation>Found</translation>
    </message>
    <message>
        <source>这次办理已经评价过，谢谢</source>
        <translation>This visit was rated already; thank you</translation>
    </message>
    <message>
        <source>请先输入号码和查询码</source>
        <translation>Enter number and code first</translation>
    </message>
</context>
<context>
    <name>QueueMenu</name>
    <message>
        <source>排队操作</source>
        <translation>Queue</translation>
    </message>
    <message>
        <source>过号</source>
        <translation>No-show</translation>
    </message>
    <message>
        <source>挂起</source>
        <translation>Park</translation>
    </message>
    <message>
        <source>转移…</source>
        <translation>Transfer…</translation>
    </message>
    <message>
        <source>直接办理（无号）</source>
        <translation>Serve without ticket</translation>
    </message>
    <message>
        <source>暂停窗口…</source>
        <translation>Pause window…</translation>
    </message>
    <message>
        <source>继续等</source>
        <translation>Keep waiting</translation>
    </message>
    <message>
        <source>仅咨询，结束</source>
        <translation>Advice only, end</translation>
    </message>
    <message>
        <source>作废</source>
        <translation>Void</translation>
    </message>
    <message>
        <source>继续办理</source>
        <translation>Go on</translation>
    </message>
    <message>
        <source>已告知去处，结束</source>
        <translation>Told where to go, end</translation>
    </message>
    <message>
        <source>办理其他事项</source>
        <translation>Another matter</translation>
    </message>
    <message>
        <source>转到 {n} 号窗口</source>
        <translation>To window {n}</translation>
    </message>
    <message>
        <source>仍在本窗口办理</source>
        <translation>Serve here all the same</translation>
    </message>
    <message>
        <source>{name}类</source>
        <translation>{name}</translation>
    </message>
    <message>
        <source>{n} 号窗口</source>
        <translation>Window {n}</translation>
    </message>
    <message>
        <source>转到哪里？到那边优先叫</source>
        <translation>Transfer where? Called first there</translation>
    </message>
    <message>
        <source>为什么暂停？大厅屏显示暂停服务</source>
        <translation>Why pause? The hall board says paused</translation>
    </message>
    <message>
        <source>过号重排…</source>
        <translation>Queue a missed number again…</translation>
    </message>
    <message>
        <source>补录手写号…</source>
        <translation>Enter a handwritten number…</translation>
    </message>
    <message>
        <source>结束今日排队…</source>
        <translation>End today&apos;s queue…</translation>
    </message>
    <message>
        <source>哪个过号重新排队？排在 {n} 人之后</source>
        <translation>Which missed number goes back, after {n} others?</translation>
    </message>
    <message>
        <source>本窗口没有过号的号码</source>
        <translation>No missed numbers at this window</translation>
    </message>
    <message>
        <source>手写的号是哪一类？</source>
        <translation>Which category is the handwritten number?</translation>
    </message>
    <message>
        <source>{n} 分钟前</source>
        <translation>{n} min ago</translation>
    </message>
    <message>
        <source>刚才</source>
        <translation>Just now</translation>
    </message>
    <message>
        <source>什么时候发出的？按那个时间排队</source>
        <translation>When was it given out? It queues from then</translation>
    </message>
    <message>
        <source>结束今日排队：还在等的和过号的号码今天不再叫</source>
        <translation>End today&apos;s queue: waiting and missed numbers will not be called today</translation>
    </message>
    <message>
        <source>结束今日排队</source>
        <translation>End today&apos;s queue</translation>
    </message>
    <message>
        <source>叫指定号、预约码…</source>
        <translation>Call a number, booking code…</translation>
    </message>
    <message>
        <source>自助机断网时出的号（L…）</source>
        <translation>From a kiosk that was cut off (L…)</translation>
    </message>
    <message>
        <source>都没有带来，一并告知</source>
        <translation>None of them was brought: tell all of it</translation>
    </message>
</context>
<context>
    <name>RatingBar</name>
    <message>
        <source>评价</source>
        <translation>Ratings</translation>
    </message>
    <message>
        <source>评价 {n} · 未评价 {left}（{share}%）</source>
        <translation>{n} rated · {left} not ({share}%)</translation>
    </message>
    <message>
        <source>{level} {n}（{share}%）</source>
        <translation>{level} {n} ({share}%)</translation>
    </message>
    <message>
        <source>今天还没有评价</source>
        <translation>No ratings today</translation>
    </message>
</context>
<context>
    <name>ReceiverPart</name>
    <message>
        <source>本人</source>
        <translation>In person</translation>
    </message>
    <message>
        <source>代领（委托书）</source>
        <translation>Agent (authority)</translation>
    </message>
    <message>
        <source>单位经办人</source>
        <translation>Unit&apos;s clerk</translation>
    </message>
    <message>
        <source>领取人姓名</source>
        <translation>Receiver&apos;s name</translation>
    </message>
    <message>
        <source>领取人证件号（手工录入）</source>
        <translation>Receiver&apos;s ID number (typed)</translation>
    </message>
    <message>
        <source>委托书、介绍信编号或日期</source>
        <translation>Number or date of the authority</translation>
    </message>
    <message>
        <source>委托书原件已核：在有效期内，写明代领勾选的结果</source>
        <translation>Authority seen: valid, and names the ticked results</translation>
    </message>
    <message>
        <source>请读领取人身份证</source>
        <translation>Read the receiver&apos;s card</translation>
    </message>
    <message>
        <source>本人，人证一致</source>
        <translation>Applicant, person = card</translation>
    </message>
    <message>
        <source>证件是申请人的，请看人证是否一致</source>
        <translation>Applicant&apos;s card; compare the face</translation>
    </message>
    <message>
        <source>{name} 不是申请人，须有委托书</source>
        <translation>{name} is not the applicant: authority needed</translation>
    </message>
    <message>
        <source>{name} 代领，人证一致</source>
        <translation>{name} for the applicant, person = card</translation>
    </message>
    <message>
        <source>请填写</source>
        <translation>Please fill in</translation>
    </message>
</context>
<context>
    <name>RecoverPage</name>
    <message>
        <source>取回数据密钥</source>
        <translation>Bring the data key back</translation>
    </message>
    <message>
        <source>恢复码（14 组，空格可省）</source>
        <translation>Recovery code (14 groups, blanks may be left out)</translation>
    </message>
    <message>
        <source>取回密钥并打开数据</source>
        <translation>Bring the key back and open the data</translation>
    </message>
    <message>
        <source>请输入恢复纸上的恢复码</source>
        <translation>Type the code of the recovery paper</translation>
    </message>
    <message>
        <source>找不到本机的数据密钥</source>
        <translation>The key of this PC&apos;s data is missing</translation>
    </message>
    <message>
        <source>数据完好、未动，只是打不开：系统的密钥库被清空、更换过，或换了系统账户。</source>
        <translation>The data are whole and untouched, but cannot be opened: the system&apos;s keystore was emptied or replaced, or this is another system account.</translation>
    </message>
    <message>
        <source>请管理员从保险柜取出“数据恢复纸”，输入纸上的恢复码。本机和服务器都不存这个码。</source>
        <translation>The administrator takes the recovery paper from the safe and types its code. Neither this PC nor the server keeps it.</translation>
    </message>
    <message>
        <source>找不到恢复纸时，请不要删除数据文件夹：原来的密钥库恢复后仍可打开。</source>
        <translation>If the paper cannot be found, do not delete the data folder: it opens again once the old keystore is back.</translation>
    </message>
</context>
<context>
    <name>ReentryStrip</name>
    <message>
        <source>二次录入</source>
        <translation>Type in again</translation>
    </message>
    <message>
        <source>栏目</source>
        <translation>Field</translation>
    </message>
    <message>
        <source>内容</source>
        <translation>Value</translation>
    </message>
    <message>
        <source>暂停计时</source>
        <translation>Pause</translation>
    </message>
    <message>
        <source>录完</source>
        <translation>Done</translation>
    </message>
    <message>
        <source>{name}给的编号</source>
        <translation>Number given by {name}</translation>
    </message>
    <message>
        <source>继续计时</source>
        <translation>Go on</translation>
    </message>
    <message>
        <source>已复制</source>
        <translation>Copied</translation>
    </message>
    <message>
        <source>空格：复制下一栏；数字：复制第几栏；到对方系统按 Ctrl+V</source>
        <translation>Space: copy the next; digit: copy that one; Ctrl+V in the other program</translation>
    </message>
</context>
<context>
    <name>Register</name>
    <message>
        <source>来件登记</source>
        <translation>Register a parcel</translation>
    </message>
    <message>
        <source>运单号（平信留空）</source>
        <translation>Waybill (empty for a letter)</translation>
    </message>
    <message>
        <source>寄件人</source>
        <translation>Sender</translation>
    </message>
    <message>
        <source>证件号码或统一社会信用代码</source>
        <translation>ID number or credit code</translation>
    </message>
    <message>
        <source>手机</source>
        <translation>Mobile</translation>
    </message>
    <message>
        <source>地址</source>
        <translation>Address</translation>
    </message>
    <message>
        <source>寄给窗口</source>
        <translation>To the window</translation>
    </message>
    <message>
        <source>寄给部门</source>
        <translation>To a department</translation>
    </message>
    <message>
        <source>部门</source>
        <translation>Department</translation>
    </message>
    <message>
        <source>页数</source>
        <translation>Pages</translation>
    </message>
    <message>
        <source>怎样答复寄件人</source>
        <translation>How the sender is answered</translation>
    </message>
    <message>
        <source>像到窗口一样办理，不占号</source>
        <translation>Dealt with like a visit, without a ticket</translation>
    </message>
    <message>
        <source>不拆封，部门签收后领走</source>
        <translation>Stays shut; the department signs for it</translation>
    </message>
    <message>
        <source>这里没有要看的</source>
        <translation>Nothing to see here</translation>
    </message>
    <message>
        <source>优先号凭码（按告知补寄时填）</source>
        <translation>Come-back code (sent after a notice)</translation>
    </message>
</context>
<context>
    <name>Registering</name>
    <message>
        <source>收件时间</source>
        <translation>Received</translation>
    </message>
    <message>
        <source>事项</source>
        <translation>Matter</translation>
    </message>
    <message>
        <source>录入到</source>
        <translation>Typed into</translation>
    </message>
    <message>
        <source>状态</source>
        <translation>State</translation>
    </message>
    <message>
        <source>待登记平台</source>
        <translation>Not on the platform</translation>
    </message>
    <message>
        <source>每一件都登记了，没有待录入的</source>
        <translation>Every case has its number; nothing to type in</translation>
    </message>
    <message>
        <source>平台给的编号（扫描或输入）</source>
        <translation>Platform number (scan or type)</translation>
    </message>
    <message>
        <source>二次录入</source>
        <translation>Type in again</translation>
    </message>
    <message>
        <source>登记编号</source>
        <translation>Note the number</translation>
    </message>
    <message>
        <source>已录完，用时已记下</source>
        <translation>Typed in; the time is kept</translation>
    </message>
    <message>
        <source>{no} 已登记平台</source>
        <translation>{no} is on the platform</translation>
    </message>
    <message>
        <source>自动登记未成</source>
        <translation>Not taken yet</translation>
    </message>
    <message>
        <source>等平台答复</source>
        <translation>Platform to answer</translation>
    </message>
    <message>
        <source>待录入</source>
        <translation>To type in</translation>
    </message>
    <message>
        <source>件号</source>
        <translation>Case no.</translation>
    </message>
</context>
<context>
    <name>ReportFiles</name>
    <message>
        <source>报表</source>
        <translation>Reports</translation>
    </message>
    <message>
        <source>{period}的报表已定稿：全大厅和各部门共 {n} 份，写在 {path}</source>
        <translation>The report of {period} is frozen; hall and departments: {n}, in {path}</translation>
    </message>
    <message>
        <source>{first}等 {k} 期的报表已定稿：全大厅和各部门共 {n} 份，写在 {path}</source>
        <translation>Reports frozen from {first} on: {k}; hall and departments: {n}, in {path}</translation>
    </message>
</context>
<context>
    <name>ReprintPage</name>
    <message>
        <source>补打</source>
        <translation>Reprint</translation>
    </message>
    <message>
        <source>文书</source>
        <translation>Paper</translation>
    </message>
    <message>
        <source>编号</source>
        <translation>No.</translation>
    </message>
    <message>
        <source>申请人</source>
        <translation>Applicant</translation>
    </message>
    <message>
        <source>时间</source>
        <translation>Time</translation>
    </message>
    <message>
        <source>状态</source>
        <translation>State</translation>
    </message>
    <message>
        <source>今天还没有打印过文书</source>
        <translation>Nothing printed today</translation>
    </message>
    <message>
        <source>打印这一份</source>
        <translation>Print this one</translation>
    </message>
    <message>
        <source>返回</source>
        <translation>Back</translation>
    </message>
    <message>
        <source>{title} {no} 补打第 {n} 次</source>
        <translation>{title} {no}: reprint no. {n}</translation>
    </message>
    <message>
        <source>最近的在最上面，补打注明第几次、时间和经手人</source>
        <translation>Latest first; a reprint says which one it is, when and by whom</translation>
    </message>
    <message>
        <source>稍后打的打的是原件，其余注明补打</source>
        <translation>Those put off print as originals, the others as reprints</translation>
    </message>
</context>
<context>
    <name>ResultsPage</name>
    <message>
        <source>出件</source>
        <translation>Results</translation>
    </message>
    <message>
        <source>扫结果条码、收件二维码、运单号，或输入件号、证件号</source>
        <translation>Scan a result, receipt or waybill, or type a case or ID number</translation>
    </message>
    <message>
        <source>收发结果</source>
        <translation>In and out</translation>
    </message>
    <message>
        <source>发群众</source>
        <translation>To the citizen</translation>
    </message>
    <message>
        <source>扫收件二维码，或把身份证放在读卡器上</source>
        <translation>Scan the receipt, or put the card on the reader</translation>
    </message>
    <message>
        <source>已接收 {number}，请放到 {shelf}，已通知申请人</source>
        <translation>{number} taken; put it at {shelf}; the applicant is told</translation>
    </message>
    <message>
        <source>不予接收 {number}，部门更正期限：{by}</source>
        <translation>{number} refused; to be corrected {by}</translation>
    </message>
    <message>
        <source>已发放 {n} 件，签好的送达回执移交部门：{by}</source>
        <translation>{n} handed out; signed receipts go to the department {by}</translation>
    </message>
    <message>
        <source>邮寄</source>
        <translation>Post</translation>
    </message>
    <message>
        <source>回执归档</source>
        <translation>Receipts, archive</translation>
    </message>
    <message>
        <source>柜架</source>
        <translation>Shelf</translation>
    </message>
</context>
<context>
    <name>ReviewPage</name>
    <message>
        <source>受理审批</source>
        <translation>Review</translation>
    </message>
    <message>
        <source>材料</source>
        <translation>Materials</translation>
    </message>
</context>
<context>
    <name>RosterPage</name>
    <message>
        <source>名册文件（XLSX）</source>
        <translation>Roster file (XLSX)</translation>
    </message>
    <message>
        <source>介绍信（委托书）已核对</source>
        <translation>Letter of authority checked</translation>
    </message>
    <message>
        <source>待核的也导入，请写明理由</source>
        <translation>Reason to import unclear rows too</translation>
    </message>
    <message>
        <source>待核的也导入的理由</source>
        <translation>Reason to import unclear rows too</translation>
    </message>
    <message>
        <source>名册</source>
        <translation>Roster</translation>
    </message>
    <message>
        <source>选一个名册文件，逐行检查后导入</source>
        <translation>Choose a roster file; each row is checked before import</translation>
    </message>
    <message>
        <source>导入</source>
        <translation>Import</translation>
    </message>
    <message>
        <source>经办人 {name}，不列入申请人</source>
        <translation>Presenter {name}, not an applicant</translation>
    </message>
    <message>
        <source>请选择名册文件</source>
        <translation>Choose a roster file</translation>
    </message>
    <message>
        <source>没有可以导入的行，请改正名册后重新选择</source>
        <translation>No row can be imported; correct the roster and choose it again</translation>
    </message>
    <message>
        <source>模板已存为 {name}</source>
        <translation>Template saved as {name}</translation>
    </message>
    <message>
        <source>共 {n} 行，可导入 {good} 行，{bad} 行有问题</source>
        <translation>Rows: {n}; {good} can be imported, {bad} with problems</translation>
    </message>
    <message>
        <source>行</source>
        <translation>Row</translation>
    </message>
    <message>
        <source>姓名</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>证件号码</source>
        <translation>ID number</translation>
    </message>
    <message>
        <source>检查</source>
        <translation>Check</translation>
    </message>
    <message>
        <source>问题</source>
        <translation>Problem</translation>
    </message>
    <message>
        <source>有误</source>
        <translation>Wrong</translation>
    </message>
    <message>
        <source>待核</source>
        <translation>Unclear</translation>
    </message>
    <message>
        <source>可导入</source>
        <translation>Ready</translation>
    </message>
    <message>
        <source>空白模板…</source>
        <translation>Blank template…</translation>
    </message>
    <message>
        <source>多人办理：导入名册</source>
        <translation>Several applicants: import roster</translation>
    </message>
    <message>
        <source>返回</source>
        <translation>Back</translation>
    </message>
    <message>
        <source>表格 (*.xlsx)</source>
        <translation>Spreadsheet (*.xlsx)</translation>
    </message>
    <message>
        <source>另存空白模板</source>
        <translation>Save a blank template</translation>
    </message>
    <message>
        <source>经办人还没有登记（{keys[F4]}）</source>
        <translation>No presenter yet ({keys[F4]})</translation>
    </message>
</context>
<context>
    <name>SafekeepingPage</name>
    <message>
        <source>密钥与销毁</source>
        <translation>Keys and deletion</translation>
    </message>
    <message>
        <source>还没有可看的：恢复纸还没有做，或还没有销毁过到期的个人信息</source>
        <translation>Nothing yet: no recovery paper was made, or no personal record was due for deletion</translation>
    </message>
    <message>
        <source>数据恢复纸</source>
        <translation>Recovery paper</translation>
    </message>
    <message>
        <source>销毁证明</source>
        <translation>Proof of deletion</translation>
    </message>
    <message>
        <source>工作站或日期</source>
        <translation>Station or day</translation>
    </message>
    <message>
        <source>情况</source>
        <translation>State</translation>
    </message>
    <message>
        <source>个人信息 {n} 份、扫描页 {pages}、打印内容 {papers}、草稿 {drafts}</source>
        <translation>{n} personal records, {pages} scanned pages, {papers} printed papers, {drafts} drafts</translation>
    </message>
    <message>
        <source>依据：{rules}</source>
        <translation>Rule: {rules}</translation>
    </message>
    <message>
        <source>证明只有数量和摘要，不写任何人的信息。</source>
        <translation>The proof holds amounts and digests and names nobody.</translation>
    </message>
    <message>
        <source>还没有恢复纸：密钥库一旦丢失，本机数据就打不开了</source>
        <translation>No recovery paper: if the keystore is lost, nothing opens this PC’s data</translation>
    </message>
    <message>
        <source>现用恢复纸 {mark}，{day} 由 {who} 制作；更早的纸都已作废。</source>
        <translation>Paper in force {mark}, made {day} by {who}; every earlier one is void.</translation>
    </message>
    <message>
        <source>纸放保险柜，取用两人在场。本机和服务器都不存纸上的码。</source>
        <translation>Keep it in the safe, opened by two. Neither this PC nor the server holds its code.</translation>
    </message>
    <message>
        <source>再打一份</source>
        <translation>Print once more</translation>
    </message>
    <message>
        <source>新纸一做出来，旧纸立即作废。请两人在场，打两份，马上放进保险柜。</source>
        <translation>The new paper voids the old one at once. With two people present, print two and lock them up.</translation>
    </message>
    <message>
        <source>打印新的恢复纸</source>
        <translation>Print a new recovery paper</translation>
    </message>
    <message>
        <source>写到哪个新文件（U 盘上的 .pdf）</source>
        <translation>New file to write (a .pdf on a stick)</translation>
    </message>
    <message>
        <source>已写出恢复纸 {mark}：打印两份后立即删除这个文件。旧纸已作废。</source>
        <translation>Recovery paper {mark} is written: print two, then delete the file. The old paper is void.</translation>
    </message>
    <message>
        <source>恢复纸写成文件</source>
        <translation>Recovery paper as a file</translation>
    </message>
    <message>
        <source>打印销毁证明</source>
        <translation>Print the proof of deletion</translation>
    </message>
    <message>
        <source>证明写成 PDF 文件</source>
        <translation>The proof as a PDF file</translation>
    </message>
    <message>
        <source>已送打印机，请看纸</source>
        <translation>Sent to the printer; look at the paper</translation>
    </message>
    <message>
        <source>没有打印出来：{why}。离开本页前可以再打。</source>
        <translation>Not printed: {why}. It may be printed again until this page is left.</translation>
    </message>
    <message>
        <source>证明已写到 {path}</source>
        <translation>The proof is in {path}</translation>
    </message>
    <message>
        <source>已销毁 {n} 份</source>
        <translation>{n} destroyed</translation>
    </message>
    <message>
        <source>现用的恢复纸能打开</source>
        <translation>The paper in force opens it</translation>
    </message>
    <message>
        <source>等该窗口下次打开</source>
        <translation>When that window is next opened</translation>
    </message>
</context>
<context>
    <name>Scanning</name>
    <message>
        <source>没有配置高拍仪，可以先收纸质</source>
        <translation>No document camera is set up; take the paper</translation>
    </message>
</context>
<context>
    <name>ScopesPage</name>
    <message>
        <source>窗口与事项</source>
        <translation>Windows and matters</translation>
    </message>
    <message>
        <source>窗口</source>
        <translation>Window</translation>
    </message>
    <message>
        <source>现在受理</source>
        <translation>Takes now</translation>
    </message>
    <message>
        <source>状态</source>
        <translation>State</translation>
    </message>
    <message>
        <source>事项编码，Enter 加上</source>
        <translation>Code of a matter; Enter adds it</translation>
    </message>
    <message>
        <source>2 小时</source>
        <translation>2 hours</translation>
    </message>
    <message>
        <source>1 小时</source>
        <translation>1 hour</translation>
    </message>
    <message>
        <source>到今天结束</source>
        <translation>Until today ends</translation>
    </message>
    <message>
        <source>长期</source>
        <translation>For good</translation>
    </message>
    <message>
        <source>立即；定时写 13:00</source>
        <translation>Now; or a time as 13:00</translation>
    </message>
    <message>
        <source>保存并生效</source>
        <translation>Save</translation>
    </message>
    <message>
        <source>撤销临时范围</source>
        <translation>End the lent scope</translation>
    </message>
    <message>
        <source>暂停</source>
        <translation>Pause</translation>
    </message>
    <message>
        <source>开放</source>
        <translation>Open</translation>
    </message>
    <message>
        <source>{category} {n}</source>
        <translation>{category} {n}</translation>
    </message>
    <message>
        <source>受理范围</source>
        <translation>Scope</translation>
    </message>
    <message>
        <source>单个事项</source>
        <translation>Single matters</translation>
    </message>
    <message>
        <source>生效</source>
        <translation>When</translation>
    </message>
    <message>
        <source>开始</source>
        <translation>Begins</translation>
    </message>
    <message>
        <source>到期自动恢复</source>
        <translation>Ends by itself</translation>
    </message>
    <message>
        <source>影响</source>
        <translation>Effect</translation>
    </message>
    <message>
        <source>临时，到 {time} 恢复</source>
        <translation>lent until {time}</translation>
    </message>
    <message>
        <source>{n} 号窗口</source>
        <translation>Window {n}</translation>
    </message>
    <message>
        <source>没有另加的事项</source>
        <translation>No single matter added</translation>
    </message>
    <message>
        <source>{category} 新取号预计等候 {before} → {after} 分</source>
        <translation>{category}: a newcomer waits {before} → {after} min</translation>
    </message>
    <message>
        <source>等候预计不变</source>
        <translation>The waits stay as they are</translation>
    </message>
    <message>
        <source>保存后没有窗口受理 {names}</source>
        <translation>Once saved no window takes {names}</translation>
    </message>
    <message>
        <source>：{matter} 等 {n} 项</source>
        <translation>: {matter} and others, {n} in all</translation>
    </message>
    <message>
        <source>{n} 号窗口的范围已保存，下一次叫号起生效</source>
        <translation>Window {n} is saved; it holds from the next call on</translation>
    </message>
    <message>
        <source>（到 {time}）</source>
        <translation> (until {time})</translation>
    </message>
    <message>
        <source>{clerk} 未登记 {names} 类培训</source>
        <translation>{clerk} has no registered training for {names}</translation>
    </message>
    <message>
        <source>，仍要保存请再按一次 {keys[F9]}</source>
        <translation>; press {keys[F9]} once more to save all the same</translation>
    </message>
</context>
<context>
    <name>ScreenSigning</name>
    <message>
        <source>请核对并签名</source>
        <translation>Please read and sign</translation>
    </message>
    <message>
        <source>已屏签（手写签名影像）</source>
        <translation>Signed on the screen (image of handwriting)</translation>
    </message>
    <message>
        <source>文书</source>
        <translation>Paper</translation>
    </message>
    <message>
        <source>撤回申请书</source>
        <translation>Application to withdraw</translation>
    </message>
    <message>
        <source>申请人</source>
        <translation>Applicant</translation>
    </message>
    <message>
        <source>办件编号</source>
        <translation>Case number</translation>
    </message>
    <message>
        <source>撤回什么</source>
        <translation>What is withdrawn</translation>
    </message>
    <message>
        <source>原因</source>
        <translation>Reason</translation>
    </message>
    <message>
        <source>请留意</source>
        <translation>Please note</translation>
    </message>
    <message>
        <source>撤回后本次办理终止，可以重新申请</source>
        <translation>The case ends with it; you may apply again</translation>
    </message>
</context>
<context>
    <name>ScreenStep</name>
    <message>
        <source>群众屏</source>
        <translation>Citizen&apos;s screen</translation>
    </message>
    <message>
        <source>群众能看到的那块屏上显示的是哪个字母？没有第二块屏就选“没有群众屏”。</source>
        <translation>Which letter stands on the screen that citizens see? Without a second screen choose “None”.</translation>
    </message>
    <message>
        <source>没有群众屏</source>
        <translation>None</translation>
    </message>
    <message>
        <source>两块屏都看到</source>
        <translation>On both</translation>
    </message>
    <message>
        <source>两块屏是复制模式：请按 Win+P（或在显示设置里）改为“扩展”，再选一次</source>
        <translation>Both show the same: press Win+P (or open the display settings), choose “extend”, then choose again</translation>
    </message>
    <message>
        <source>这是工作人员的主屏：请在显示设置里把群众屏设为第二块，再选一次</source>
        <translation>This is the clerk&apos;s own screen: make the citizen&apos;s one the second in the display settings, then choose again</translation>
    </message>
</context>
<context>
    <name>SearchPanel</name>
    <message>
        <source>编码、拼音首字母、名称，或群众的说法</source>
        <translation>Code, pinyin initials, name or common words</translation>
    </message>
    <message>
        <source>查找事项</source>
        <translation>Find a matter</translation>
    </message>
    <message>
        <source>部门</source>
        <translation>Department</translation>
    </message>
    <message>
        <source>按部门查找</source>
        <translation>By department</translation>
    </message>
    <message>
        <source>全部部门</source>
        <translation>All departments</translation>
    </message>
    <message>
        <source>共 {n} 项</source>
        <translation>{n} found</translation>
    </message>
    <message>
        <source>没有“{q}”。换个说法，或按部门查找</source>
        <translation>Nothing for “{q}”. Try other words, or by department</translation>
    </message>
    <message>
        <source>事项</source>
        <translation>Matter</translation>
    </message>
    <message>
        <source>编码</source>
        <translation>Code</translation>
    </message>
    <message>
        <source>类型</source>
        <translation>Type</translation>
    </message>
    <message>
        <source>请到专业窗口</source>
        <translation>Own window</translation>
    </message>
    <message>
        <source>已在本次</source>
        <translation>Already added</translation>
    </message>
    <message>
        <source>请到 {w} 号窗口</source>
        <translation>Window {w}</translation>
    </message>
    <message>
        <source>本厅不办</source>
        <translation>Not here</translation>
    </message>
</context>
<context>
    <name>SecondFollow</name>
    <message>
        <source>{n} 号窗口</source>
        <translation>Window {n}</translation>
    </message>
    <message>
        <source>{window}  {clerk}</source>
        <translation>{window}  {clerk}</translation>
    </message>
    <message>
        <source>请出示身份证</source>
        <translation>Show your ID card</translation>
    </message>
    <message>
        <source>请 {no} 号到本窗口办理</source>
        <translation>{no}, please come to this window</translation>
    </message>
    <message>
        <source>原因：{why}</source>
        <translation>Reason: {why}</translation>
    </message>
    <message>
        <source>暂停服务</source>
        <translation>Paused</translation>
    </message>
    <message>
        <source>本窗口没有开放</source>
        <translation>This window is closed</translation>
    </message>
    <message>
        <source>请出示身份证或取号单</source>
        <translation>Show your ID card or your slip</translation>
    </message>
    <message>
        <source>欢迎您</source>
        <translation>Welcome</translation>
    </message>
    <message>
        <source>已签字，谢谢</source>
        <translation>Signed, thank you</translation>
    </message>
    <message>
        <source>申请人已在群众屏签字</source>
        <translation>The applicant signed on the citizen&apos;s screen</translation>
    </message>
    <message>
        <source>请告诉工作人员哪里不对</source>
        <translation>Tell the clerk what is not right</translation>
    </message>
    <message>
        <source>申请人说群众屏上的内容不对，请核对</source>
        <translation>The applicant says something on the citizen&apos;s screen is not right</translation>
    </message>
    <message>
        <source>谢谢您的评价</source>
        <translation>Thank you for your rating</translation>
    </message>
    <message>
        <source>领取人已在群众屏签字</source>
        <translation>The receiver signed on the screen</translation>
    </message>
    <message>
        <source>{told}&#x3000;下一位 {no}</source>
        <translation>{told}. Next: {no}</translation>
    </message>
</context>
<context>
    <name>SecondScreen</name>
    <message>
        <source>综窗台 · 群众屏</source>
        <translation>zcdesk · citizen&apos;s screen</translation>
    </message>
    <message>
        <source>请核对您的信息</source>
        <translation>Check what is recorded of you</translation>
    </message>
    <message>
        <source>工作人员正在登记</source>
        <translation>The clerk is recording</translation>
    </message>
    <message>
        <source>请先签字</source>
        <translation>Sign first</translation>
    </message>
    <message>
        <source>大字 A+</source>
        <translation>Larger A+</translation>
    </message>
    <message>
        <source>标准字</source>
        <translation>Normal size</translation>
    </message>
</context>
<context>
    <name>SendPanel</name>
    <message>
        <source>待寄</source>
        <translation>To post</translation>
    </message>
    <message>
        <source>扫结果，再扫面单，装好后扫信封上的运单号</source>
        <translation>Scan the result, the label, and the packed envelope</translation>
    </message>
    <message>
        <source>柜位</source>
        <translation>Place</translation>
    </message>
    <message>
        <source>结果</source>
        <translation>Result</translation>
    </message>
    <message>
        <source>收件人、地址</source>
        <translation>To</translation>
    </message>
    <message>
        <source>件号</source>
        <translation>Case no.</translation>
    </message>
    <message>
        <source>待寄的结果</source>
        <translation>Results to post</translation>
    </message>
    <message>
        <source>没有要邮寄的结果</source>
        <translation>Nothing to post</translation>
    </message>
    <message>
        <source>面单上的运单号</source>
        <translation>Waybill on the label</translation>
    </message>
    <message>
        <source>装好后，信封上的运单号</source>
        <translation>Waybill on the packed envelope</translation>
    </message>
    <message>
        <source>寄出</source>
        <translation>Send</translation>
    </message>
    <message>
        <source>已寄出 {number}，运单 {waybill}，已通知申请人</source>
        <translation>{number} sent, waybill {waybill}; the applicant is told</translation>
    </message>
    <message>
        <source>{n} 件</source>
        <translation>{n}</translation>
    </message>
    <message>
        <source>柜位 {shelf}：{document}（{number}）寄 {to}</source>
        <translation>Place {shelf}: {document} ({number}) to {to}</translation>
    </message>
    <message>
        <source>上次被退回：{why}</source>
        <translation>Came back before: {why}</translation>
    </message>
</context>
<context>
    <name>ServingFooter</name>
    <message>
        <source>挂起</source>
        <translation>Park</translation>
    </message>
    <message>
        <source>下一位申请人</source>
        <translation>Next applicant</translation>
    </message>
    <message>
        <source>核对并打印收件通知书</source>
        <translation>Check and print</translation>
    </message>
    <message>
        <source>本申请人材料已齐，接着办 {name}</source>
        <translation>This applicant is complete; next {name}</translation>
    </message>
    <message>
        <source>还差 {n} 项</source>
        <translation>{n} left</translation>
    </message>
    <message>
        <source>材料已齐，可以收件</source>
        <translation>Complete, ready to receive</translation>
    </message>
    <message>
        <source>一次性告知书</source>
        <translation>One-time notice</translation>
    </message>
</context>
<context>
    <name>SessionStrip</name>
    <message>
        <source>申请人</source>
        <translation>Applicant</translation>
    </message>
    <message>
        <source>证件号</source>
        <translation>ID number</translation>
    </message>
    <message>
        <source>手机</source>
        <translation>Mobile</translation>
    </message>
    <message>
        <source>重呼</source>
        <translation>Recall</translation>
    </message>
    <message>
        <source>更多</source>
        <translation>More</translation>
    </message>
    <message>
        <source>下一位</source>
        <translation>Next</translation>
    </message>
    <message>
        <source>已呼叫 ·</source>
        <translation>Called ·</translation>
    </message>
    <message>
        <source>办理中</source>
        <translation>Serving</translation>
    </message>
    <message>
        <source>经办 {n} 位申请人</source>
        <translation>Presents {n} applicants</translation>
    </message>
    <message>
        <source>经办 {name}</source>
        <translation>Presented by {name}</translation>
    </message>
    <message>
        <source>优先 · {why}</source>
        <translation>Priority · {why}</translation>
    </message>
    <message>
        <source>绿色通道</source>
        <translation>Green lane</translation>
    </message>
    <message>
        <source>取号时登记为优先，按本厅规则先叫</source>
        <translation>Registered as priority when the ticket was taken; called first by the hall&apos;s rule</translation>
    </message>
    <message>
        <source>预约 {time}</source>
        <translation>Booked {time}</translation>
    </message>
    <message>
        <source>{kind} · 委托书已核</source>
        <translation>{kind} · authority checked</translation>
    </message>
    <message>
        <source>{kind} · 委托书未核</source>
        <translation>{kind} · check authority</translation>
    </message>
    <message>
        <source>人证已核对</source>
        <translation>Face matches ID</translation>
    </message>
    <message>
        <source>人证待核对</source>
        <translation>Compare face and ID</translation>
    </message>
    <message>
        <source>邮件</source>
        <translation>Mail</translation>
    </message>
</context>
<context>
    <name>SettingsPage</name>
    <message>
        <source>设置</source>
        <translation>Settings</translation>
    </message>
    <message>
        <source>方向键</source>
        <translation>Arrow keys</translation>
    </message>
    <message>
        <source>换选项</source>
        <translation>other choice</translation>
    </message>
    <message>
        <source>下一项</source>
        <translation>next setting</translation>
    </message>
    <message>
        <source>标准</source>
        <translation>Normal</translation>
    </message>
    <message>
        <source>大</source>
        <translation>Large</translation>
    </message>
    <message>
        <source>特大</source>
        <translation>Largest</translation>
    </message>
    <message>
        <source>关</source>
        <translation>Off</translation>
    </message>
    <message>
        <source>开</source>
        <translation>On</translation>
    </message>
    <message>
        <source>字号</source>
        <translation>Text size</translation>
    </message>
    <message>
        <source>主题</source>
        <translation>Theme</translation>
    </message>
    <message>
        <source>浅色</source>
        <translation>Light</translation>
    </message>
    <message>
        <source>深色</source>
        <translation>Dark</translation>
    </message>
    <message>
        <source>高对比</source>
        <translation>High contrast</translation>
    </message>
    <message>
        <source>跟随系统</source>
        <translation>As the system</translation>
    </message>
    <message>
        <source>语言</source>
        <translation>Language</translation>
    </message>
    <message>
        <source>重新打开综窗台后生效；文书都是中文</source>
        <translation>Takes effect when the program is opened again; papers stay Chinese</translation>
    </message>
    <message>
        <source>新手模式</source>
        <translation>Trainee mode</translation>
    </message>
    <message>
        <source>一直打开办理指引，写出常见错误和可以说的话</source>
        <translation>Guidance is always open, with common mistakes and words to say</translation>
    </message>
    <message>
        <source>群众屏</source>
        <translation>Citizen&apos;s screen</translation>
    </message>
    <message>
        <source>第二个显示器朝向群众；重新打开综窗台后生效</source>
        <translation>The second monitor faces the citizen; takes effect when the program is opened again</translation>
    </message>
    <message>
        <source>外观与帮助</source>
        <translation>Looks and help</translation>
    </message>
    <message>
        <source>快捷键</source>
        <translation>Keys</translation>
    </message>
    <message>
        <source>这台电脑</source>
        <translation>This PC</translation>
    </message>
    <message>
        <source>关于</source>
        <translation>About</translation>
    </message>
    <message>
        <source>恢复默认</source>
        <translation>Restore defaults</translation>
    </message>
    <message>
        <source>公众屏主题</source>
        <translation>Public screens</translation>
    </message>
    <message>
        <source>大厅屏、自助机、群众屏；标准：大厅屏深色，其他浅色</source>
        <translation>Hall board, kiosk and citizen&apos;s screen; standard: the board dark, the others light</translation>
    </message>
    <message>
        <source>行高</source>
        <translation>Row height</translation>
    </message>
    <message>
        <source>紧凑</source>
        <translation>Tight</translation>
    </message>
    <message>
        <source>紧凑时列表一屏多看几行</source>
        <translation>Tight rows show more of a list at once</translation>
    </message>
    <message>
        <source>声音与叫号</source>
        <translation>Sound and calling</translation>
    </message>
    <message>
        <source>打印</source>
        <translation>Printing</translation>
    </message>
    <message>
        <source>隐私与锁屏</source>
        <translation>Privacy and lock</translation>
    </message>
    <message>
        <source>改了马上生效；字号跟着人走，其他只管这台电脑</source>
        <translation>Takes effect at once; the text size goes with you, the rest is this PC&apos;s</translation>
    </message>
    <message>
        <source>您在哪台电脑登录都是这个字号</source>
        <translation>Yours at whatever PC you log in</translation>
    </message>
</context>
<context>
    <name>SheetView</name>
    <message>
        <source>导出表格</source>
        <translation>Export</translation>
    </message>
    <message>
        <source>复制</source>
        <translation>Copy</translation>
    </message>
    <message>
        <source>返回</source>
        <translation>Back</translation>
    </message>
    <message>
        <source>{n} 行</source>
        <translation>Rows: {n}</translation>
    </message>
    <message>
        <source>{said}，还有更多</source>
        <translation>{said}, and more</translation>
    </message>
    <message>
        <source>已复制 {n} 行</source>
        <translation>Rows copied: {n}</translation>
    </message>
    <message>
        <source>表格已写到 {path}</source>
        <translation>The table is at {path}</translation>
    </message>
</context>
<context>
    <name>Sheets</name>
    <message>
        <source>打印</source>
        <translation>Print</translation>
    </message>
    <message>
        <source>存为表格 XLSX</source>
        <translation>Save as XLSX</translation>
    </message>
    <message>
        <source>存为 JSON</source>
        <translation>Save as JSON</translation>
    </message>
    <message>
        <source>二次录入单（证件号码脱敏）</source>
        <translation>Re-entry sheet (numbers masked)</translation>
    </message>
    <message>
        <source>存二次录入单</source>
        <translation>Save re-entry sheet</translation>
    </message>
    <message>
        <source>已存 {name}</source>
        <translation>Saved {name}</translation>
    </message>
</context>
<context>
    <name>ShelfTab</name>
    <message>
        <source>柜架</source>
        <translation>Shelf</translation>
    </message>
    <message>
        <source>逾期没人领的排在最前</source>
        <translation>What nobody fetched stands first</translation>
    </message>
    <message>
        <source>逾期未领</source>
        <translation>Not fetched</translation>
    </message>
    <message>
        <source>待领</source>
        <translation>Waiting</translation>
    </message>
    <message>
        <source>待寄</source>
        <translation>To post</translation>
    </message>
    <message>
        <source>柜位</source>
        <translation>Place</translation>
    </message>
    <message>
        <source>状态</source>
        <translation>State</translation>
    </message>
    <message>
        <source>结果</source>
        <translation>Result</translation>
    </message>
    <message>
        <source>申请人</source>
        <translation>Applicant</translation>
    </message>
    <message>
        <source>件号</source>
        <translation>Case no.</translation>
    </message>
    <message>
        <source>入柜</source>
        <translation>Since</translation>
    </message>
    <message>
        <source>天数</source>
        <translation>Days</translation>
    </message>
    <message>
        <source>柜中无待领件</source>
        <translation>No results waiting</translation>
    </message>
    <message>
        <source>换到柜位</source>
        <translation>New place</translation>
    </message>
    <message>
        <source>换柜位</source>
        <translation>Move</translation>
    </message>
    <message>
        <source>催领</source>
        <translation>Remind</translation>
    </message>
    <message>
        <source>已再次通知 {name} 来领 {document}</source>
        <translation>{name} told again to fetch {document}</translation>
    </message>
    <message>
        <source>{number} 已换到 {shelf}</source>
        <translation>{number} is now at {shelf}</translation>
    </message>
    <message>
        <source>{n} 件，逾期未领 {late} 件</source>
        <translation>{n}, {late} not fetched in time</translation>
    </message>
</context>
<context>
    <name>Shell</name>
    <message>
        <source>综窗台 · 综合窗口收件系统</source>
        <translation>zcdesk · Integrated counter intake</translation>
    </message>
</context>
<context>
    <name>ShiftPage</name>
    <message>
        <source>交接班</source>
        <translation>Shift change</translation>
    </message>
    <message>
        <source>印章（用、分开）</source>
        <translation>Seals (separate with 、)</translation>
    </message>
    <message>
        <source>空白证照（用、分开）</source>
        <translation>Blank licences (separate with 、)</translation>
    </message>
    <message>
        <source>备注</source>
        <translation>Remark</translation>
    </message>
    <message>
        <source>接班人工号</source>
        <translation>Staff no. of the receiver</translation>
    </message>
    <message>
        <source>接班人口令</source>
        <translation>Password of the receiver</translation>
    </message>
    <message>
        <source>双方签字并打印交接班单</source>
        <translation>Sign and print the shift sheet</translation>
    </message>
    <message>
        <source>请填写</source>
        <translation>Fill in</translation>
    </message>
    <message>
        <source>交接内容</source>
        <translation>What is handed over</translation>
    </message>
    <message>
        <source>接班人签字后立即以其名义继续，在办件不中断</source>
        <translation>Once the receiver signs, work goes on in their name; open visits stay open</translation>
    </message>
    <message>
        <source>返回</source>
        <translation>Back</translation>
    </message>
    <message>
        <source>交班人</source>
        <translation>Handed over by</translation>
    </message>
    <message>
        <source>已登录即签字</source>
        <translation>Signed by login</translation>
    </message>
    <message>
        <source>交接原因</source>
        <translation>Reason</translation>
    </message>
    <message>
        <source>双方签字</source>
        <translation>Both sign</translation>
    </message>
    <message>
        <source>没有</source>
        <translation>None</translation>
    </message>
</context>
<context>
    <name>SignatureArea</name>
    <message>
        <source>签字区</source>
        <translation>Signature area</translation>
    </message>
    <message>
        <source>请在这里签字</source>
        <translation>Sign here</translation>
    </message>
</context>
<context>
    <name>Signatures</name>
    <message>
        <source>签字后内容有改动，屏上的签字没有保存，请在纸上签</source>
        <translation>Changed after signing: the screen signature was not kept; sign on paper</translation>
    </message>
</context>
<context>
    <name>Signing</name>
    <message>
        <source>双方签字</source>
        <translation>Both sides sign</translation>
    </message>
    <message>
        <source>刷卡</source>
        <translation>Card</translation>
    </message>
    <message>
        <source>口令</source>
        <translation>Password</translation>
    </message>
    <message>
        <source>签字</source>
        <translation>Pen</translation>
    </message>
    <message>
        <source>纸面</source>
        <translation>Paper</translation>
    </message>
    <message>
        <source>领取人姓名</source>
        <translation>Name of who takes it</translation>
    </message>
    <message>
        <source>领取人工号</source>
        <translation>Staff number of who takes it</translation>
    </message>
    <message>
        <source>领取人口令</source>
        <translation>Password of who takes it</translation>
    </message>
    <message>
        <source>重签</source>
        <translation>Sign again</translation>
    </message>
    <message>
        <source>本表作废</source>
        <translation>Void this list</translation>
    </message>
    <message>
        <source>移交人</source>
        <translation>Gives</translation>
    </message>
    <message>
        <source>已登录即签字</source>
        <translation>Signed by login</translation>
    </message>
    <message>
        <source>领取人签认方式</source>
        <translation>How the other side signs</translation>
    </message>
    <message>
        <source>已读卡 {name}，按 Enter 签字</source>
        <translation>Card of {name} read; Enter signs</translation>
    </message>
    <message>
        <source>请领取人把证件放在读卡器上</source>
        <translation>Let them put their card on the reader</translation>
    </message>
    <message>
        <source>部门签收</source>
        <translation>Department signs</translation>
    </message>
    <message>
        <source>没有工号的，填姓名并在纸面签收</source>
        <translation>No staff no.: name, signed on paper</translation>
    </message>
    <message>
        <source>同一部门等着的件一次领走；交出人已登录即签字</source>
        <translation>All parcels of one department go together; being logged in is the giver&apos;s signature</translation>
    </message>
    <message>
        <source>接收人</source>
        <translation>Taken by</translation>
    </message>
    <message>
        <source>移交人签认方式</source>
        <translation>How the giver signs</translation>
    </message>
    <message>
        <source>移交人姓名</source>
        <translation>Giver&apos;s name</translation>
    </message>
    <message>
        <source>移交人工号</source>
        <translation>Giver&apos;s staff no.</translation>
    </message>
    <message>
        <source>移交人口令</source>
        <translation>Giver&apos;s password</translation>
    </message>
</context>
<context>
    <name>Speech</name>
    <message>
        <source>可以说：您还缺材料，我把清单打印给您</source>
        <translation>You may say: a paper is missing, I will print the list for you</translation>
    </message>
    <message>
        <source>可以说：请您核对屏幕上的信息</source>
        <translation>You may say: please check what stands on the screen</translation>
    </message>
    <message>
        <source>可以说：请收好回执，慢走，再见</source>
        <translation>You may say: please keep the receipt; goodbye</translation>
    </message>
    <message>
        <source>可以说：您好，请坐，请问办理什么业务？</source>
        <translation>You may say: good day, have a seat; what can I do for you?</translation>
    </message>
</context>
<context>
    <name>StagesForm</name>
    <message>
        <source>同一步的环节并联办理，牵头部门最后办；步数不同的依次办理</source>
        <translation>Stages of one turn run side by side, the lead last; turns follow each other</translation>
    </message>
    <message>
        <source>审查环节</source>
        <translation>Review stages</translation>
    </message>
    <message>
        <source>设定环节</source>
        <translation>Set stages</translation>
    </message>
    <message>
        <source>取消</source>
        <translation>Cancel</translation>
    </message>
    <message>
        <source>环节</source>
        <translation>Stages</translation>
    </message>
    <message>
        <source>部门</source>
        <translation>Department</translation>
    </message>
    <message>
        <source>第几步</source>
        <translation>Turn</translation>
    </message>
    <message>
        <source>工作日</source>
        <translation>Working days</translation>
    </message>
    <message>
        <source>至少写一个环节的名称</source>
        <translation>Name at least one stage</translation>
    </message>
    <message>
        <source>牵头</source>
        <translation>Lead</translation>
    </message>
</context>
<context>
    <name>Stars</name>
    <message>
        <source>请对这次服务打分</source>
        <translation>Please rate this visit</translation>
    </message>
    <message>
        <source>打分由您决定，您的选择不会显示在工作人员屏幕上</source>
        <translation>It is up to you; your choice is not shown on the clerk&apos;s screen</translation>
    </message>
    <message>
        <source>提交</source>
        <translation>Submit</translation>
    </message>
    <message>
        <source>以后再评</source>
        <translation>Rate later</translation>
    </message>
    <message>
        <source>哪里没有做好？可以选几项</source>
        <translation>What went wrong? Choose one or more</translation>
    </message>
</context>
<context>
    <name>StartPanel</name>
    <message>
        <source>还没有事项</source>
        <translation>No matter yet</translation>
    </message>
    <message>
        <source>查找事项</source>
        <translation>Find a matter</translation>
    </message>
    <message>
        <source>编码、拼音首字母、名称或群众的说法；空框按 1–9 选收藏</source>
        <translation>Code, pinyin initials, name or common words; with an empty box 1–9 takes a favourite</translation>
    </message>
    <message>
        <source>查找</source>
        <translation>Find</translation>
    </message>
    <message>
        <source>过号</source>
        <translation>No-show</translation>
    </message>
    <message>
        <source>添加事项</source>
        <translation>Add matter</translation>
    </message>
    <message>
        <source>申请人</source>
        <translation>Applicant</translation>
    </message>
    <message>
        <source>取号事项：{name}</source>
        <translation>Matter on the ticket: {name}</translation>
    </message>
    <message>
        <source>请 {no} 号到窗口</source>
        <translation>{no}, please come to the window</translation>
    </message>
    <message>
        <source>取号时没有选事项</source>
        <translation>No matter chosen with the ticket</translation>
    </message>
    <message>
        <source>人已到窗口</source>
        <translation>Person at the window</translation>
    </message>
    <message>
        <source>读身份证即自动记为已到</source>
        <translation>Reading the ID card records the arrival</translation>
    </message>
    <message>
        <source>已到</source>
        <translation>Arrived</translation>
    </message>
    <message>
        <source>您好，请坐，请出示身份证</source>
        <translation>Hello, please sit down; your ID card, please</translation>
    </message>
    <message>
        <source>选择事项</source>
        <translation>Choose a matter</translation>
    </message>
    <message>
        <source>取号事项</source>
        <translation>Matter on the ticket</translation>
    </message>
    <message>
        <source>采用</source>
        <translation>Take</translation>
    </message>
    <message>
        <source>您好，请坐，请问办理什么业务？</source>
        <translation>Hello, please sit down. What can I do for you?</translation>
    </message>
    <message>
        <source>{time} 取号，等了 {n} 分</source>
        <translation>Ticket at {time}, waited {n} min</translation>
    </message>
    <message>
        <source>已呼叫 {n} 秒，人还没到。可以重呼 {keys[F3]}，或按 {keys[⇧F3]} 过号</source>
        <translation>Called {n} s ago, nobody came. Recall with {keys[F3]} or {keys[⇧F3]} for no-show</translation>
    </message>
</context>
<context>
    <name>StationsPage</name>
    <message>
        <source>工作站</source>
        <translation>Stations</translation>
    </message>
    <message>
        <source>全部工作站</source>
        <translation>All stations</translation>
    </message>
    <message>
        <source>窗口</source>
        <translation>Window</translation>
    </message>
    <message>
        <source>版本</source>
        <translation>Version</translation>
    </message>
    <message>
        <source>最近备份</source>
        <translation>Last copy</translation>
    </message>
    <message>
        <source>{window} 号窗口</source>
        <translation>Window {window}</translation>
    </message>
    <message>
        <source>最近备份：{time}</source>
        <translation>Last copy: {time}</translation>
    </message>
    <message>
        <source>从备份恢复：{time}</source>
        <translation>Restored from a copy: {time}</translation>
    </message>
    <message>
        <source>导出全部数据：{time}</source>
        <translation>Everything taken out: {time}</translation>
    </message>
    <message>
        <source>{version} 自 {day} 起在下班时更新</source>
        <translation>{version} is taken at closing from {day} on</translation>
    </message>
    <message>
        <source>{version} 没有装上（{code}），原来的版本照常</source>
        <translation>{version} could not be installed ({code}); the version before works on</translation>
    </message>
    <message>
        <source>为什么停</source>
        <translation>Why stop</translation>
    </message>
    <message>
        <source>不再推行，已更新的不变</source>
        <translation>No longer rolled out; those updated stay so</translation>
    </message>
    <message>
        <source>停止推行</source>
        <translation>Stop the roll-out</translation>
    </message>
    <message>
        <source>{version} 没装上</source>
        <translation>{version} failed</translation>
    </message>
    <message>
        <source>{here} → {version}</source>
        <translation>{here} → {version}</translation>
    </message>
    <message>
        <source>未知</source>
        <translation>Unknown</translation>
    </message>
    <message>
        <source>从未备份</source>
        <translation>Never copied</translation>
    </message>
    <message>
        <source>{time}，太久</source>
        <translation>{time}, too long ago</translation>
    </message>
    <message>
        <source>还没有工作站联到大厅服务器</source>
        <translation>No station has joined the hall&apos;s server yet</translation>
    </message>
    <message>
        <source>本厅只用这个公钥签名的更新：{key}…</source>
        <translation>This hall takes only updates signed with {key}…</translation>
    </message>
    <message>
        <source>还没有认定发布公钥，任何更新都不会装</source>
        <translation>No publisher’s key is trusted yet: no update is installed</translation>
    </message>
    <message>
        <source>正在推行 {version}：{n} / {all} 台已更新</source>
        <translation>Rolling out {version}: {n} of {all} updated</translation>
    </message>
    <message>
        <source>先在这些窗口（用、分开；空着就是全部）</source>
        <translation>First at these windows (with commas; empty = all)</translation>
    </message>
    <message>
        <source>更新包所在的文件夹（U 盘或共享）</source>
        <translation>Folder of the update (stick or share)</translation>
    </message>
    <message>
        <source>从哪天起（空着就是今天）</source>
        <translation>From day (empty = today)</translation>
    </message>
    <message>
        <source>其余窗口从哪天起</source>
        <translation>The other windows from day</translation>
    </message>
    <message>
        <source>签名核对无误才推行；各窗口在下班离开时自行更新，可装回上一版本。</source>
        <translation>Rolled out only if the signature is right; each window updates itself when it is left and can go back.</translation>
    </message>
    <message>
        <source>推行新版本</source>
        <translation>Roll out a version</translation>
    </message>
    <message>
        <source>发布方的 release.pub 文件</source>
        <translation>The publisher’s file release.pub</translation>
    </message>
    <message>
        <source>认定后，各窗口只装用它签名的更新。请先与发布方电话核对前 16 位。</source>
        <translation>Then windows install only what it signed. Compare the first 16 digits with the publisher by telephone first.</translation>
    </message>
    <message>
        <source>认定发布公钥</source>
        <translation>Trust a publisher’s key</translation>
    </message>
    <message>
        <source>现在备份本机</source>
        <translation>Copy this PC now</translation>
    </message>
    <message>
        <source>已备份并核对：{path}</source>
        <translation>Copied and checked: {path}</translation>
    </message>
    <message>
        <source>这个窗口换到另一台电脑：本机的记录先全部上报，然后给出新电脑用的一次性接入码，本机从此不能再收件。</source>
        <translation>This window goes to another PC: everything here is sent first, then a one-time code for the new PC is shown; this PC takes in no more.</translation>
    </message>
    <message>
        <source>把窗口迁到另一台电脑</source>
        <translation>Move this window to another PC</translation>
    </message>
</context>
<context>
    <name>Step</name>
    <message>
        <source>请填写</source>
        <translation>Please fill in</translation>
    </message>
</context>
<context>
    <name>StillThere</name>
    <message>
        <source>我还在</source>
        <translation>I am here</translation>
    </message>
    <message>
        <source>还在办理吗？</source>
        <translation>Still there?</translation>
    </message>
    <message>
        <source>没有人按的话，马上回到首页，刚才填的会清空</source>
        <translation>If nobody presses, the first page comes back and all entries are cleared</translation>
    </message>
</context>
<context>
    <name>SupplementsPage</name>
    <message>
        <source>补正和容缺</source>
        <translation>Corrections and promises</translation>
    </message>
    <message>
        <source>补收</source>
        <translation>Take in</translation>
    </message>
    <message>
        <source>延期、处理</source>
        <translation>Extend or judge</translation>
    </message>
    <message>
        <source>已告知</source>
        <translation>Told</translation>
    </message>
    <message>
        <source>打印补正通知书</source>
        <translation>Print correction notice</translation>
    </message>
    <message>
        <source>返回</source>
        <translation>Back</translation>
    </message>
    <message>
        <source>{no} 应补：{lacks}</source>
        <translation>{no} owes: {lacks}</translation>
    </message>
    <message>
        <source>全部补齐，收下</source>
        <translation>All here, take in</translation>
    </message>
    <message>
        <source>还没有补齐</source>
        <translation>Not complete yet</translation>
    </message>
    <message>
        <source>{no} 补收 {name}</source>
        <translation>{no}: take in {name}</translation>
    </message>
    <message>
        <source>收下，原件已核</source>
        <translation>Take in, original compared</translation>
    </message>
    <message>
        <source>收下，没有原件可核</source>
        <translation>Take in, no original to compare</translation>
    </message>
    <message>
        <source>{no} 的容缺承诺怎样处理</source>
        <translation>What follows from the promise of {no}</translation>
    </message>
    <message>
        <source>怎样告知 {no} 的申请人</source>
        <translation>How was the applicant of {no} told</translation>
    </message>
    <message>
        <source>已记录</source>
        <translation>Recorded</translation>
    </message>
    <message>
        <source>日期请写成 2026-12-01 的样子</source>
        <translation>Write the date like 2026-12-01</translation>
    </message>
    <message>
        <source>这一件没有要补的材料</source>
        <translation>Nothing is owed for this case</translation>
    </message>
    <message>
        <source>没有要补的材料</source>
        <translation>Nothing is awaited</translation>
    </message>
    <message>
        <source>扫收件通知书直接补收；逾期怎样处理由人决定</source>
        <translation>Scan a receipt to take papers in; a person decides what an overdue promise means</translation>
    </message>
</context>
<context>
    <name>Syncing</name>
    <message>
        <source>快</source>
        <translation>ahead</translation>
    </message>
    <message>
        <source>慢</source>
        <translation>behind</translation>
    </message>
</context>
<context>
    <name>TablePage</name>
    <message>
        <source>部门表（XLSX、CSV、YAML）</source>
        <translation>Department&apos;s table (XLSX, CSV, YAML)</translation>
    </message>
    <message>
        <source>生效日期（不填：批准时）</source>
        <translation>Begins (empty: at approval)</translation>
    </message>
    <message>
        <source>要改的地方</source>
        <translation>To mend</translation>
    </message>
    <message>
        <source>导出问题</source>
        <translation>Export findings</translation>
    </message>
    <message>
        <source>全部提交复核</source>
        <translation>Hand all in</translation>
    </message>
    <message>
        <source>选择文件，或把它拖到这里；一处不对就全部不导入</source>
        <translation>Choose a file or drop it here; one mistake keeps all of it out</translation>
    </message>
    <message>
        <source>请选择文件</source>
        <translation>Choose a file</translation>
    </message>
    <message>
        <source>共 {n} 个事项，检查通过</source>
        <translation>Matters: {n}, all is well</translation>
    </message>
    <message>
        <source>已提交 {n} 个事项待复核，{same} 个没有变化</source>
        <translation>Matters handed in: {n}, unchanged: {same}</translation>
    </message>
    <message>
        <source>这个文件读不出来，什么也没有导入</source>
        <translation>The file cannot be read; nothing came in</translation>
    </message>
    <message>
        <source>表格已写到 {path}</source>
        <translation>Table written to {path}</translation>
    </message>
    <message>
        <source>共 {n} 个事项，{bad} 处要改；改好再读，现在什么也没有导入</source>
        <translation>Matters: {n}, to mend: {bad}; mend and read again, nothing came in</translation>
    </message>
    <message>
        <source>位置</source>
        <translation>Place</translation>
    </message>
    <message>
        <source>栏</source>
        <translation>Field</translation>
    </message>
    <message>
        <source>问题</source>
        <translation>What is wrong</translation>
    </message>
    <message>
        <source>怎么改</source>
        <translation>What to write</translation>
    </message>
    <message>
        <source>导入部门表</source>
        <translation>Import a table</translation>
    </message>
    <message>
        <source>返回</source>
        <translation>Back</translation>
    </message>
    <message>
        <source>部门表 (*.xlsx *.csv *.yaml *.yml)</source>
        <translation>Tables (*.xlsx *.csv *.yaml *.yml)</translation>
    </message>
    <message>
        <source>检查通过，按 {keys[F9]} 全部提交复核</source>
        <translation>All is well; {keys[F9]} hands all of it in</translation>
    </message>
</context>
<context>
    <name>TakePanel</name>
    <message>
        <source>收部门结果</source>
        <translation>From departments</translation>
    </message>
    <message>
        <source>逐项与证照核对，不一致的不能接收</source>
        <translation>Compare each field with the certificate; what differs is not taken</translation>
    </message>
    <message>
        <source>项目</source>
        <translation>Field</translation>
    </message>
    <message>
        <source>收件、决定</source>
        <translation>Intake, decision</translation>
    </message>
    <message>
        <source>证载</source>
        <translation>Certificate</translation>
    </message>
    <message>
        <source>核对</source>
        <translation>Check</translation>
    </message>
    <message>
        <source>证载与收件比对</source>
        <translation>Certificate against intake</translation>
    </message>
    <message>
        <source>照证照录入</source>
        <translation>As on the certificate</translation>
    </message>
    <message>
        <source>柜位（已取下一个空位，可改）</source>
        <translation>Shelf place (next free; may be changed)</translation>
    </message>
    <message>
        <source>不予接收</source>
        <translation>Refuse</translation>
    </message>
    <message>
        <source>当场更正</source>
        <translation>Corrected here</translation>
    </message>
    <message>
        <source>接收</source>
        <translation>Take in</translation>
    </message>
    <message>
        <source>{department} · 交接表 {batch} 还剩 {n} 件</source>
        <translation>{department} · list {batch}, {n} left</translation>
    </message>
    <message>
        <source>第 {n} 次送来，上次：{why}</source>
        <translation>Brought {n}×, last refused: {why}</translation>
    </message>
    <message>
        <source>发放时要收回：{names}</source>
        <translation>Take in on issue: {names}</translation>
    </message>
    <message>
        <source>证照上的{field}</source>
        <translation>{field} on the certificate</translation>
    </message>
    <message>
        <source>不予接收，退回{department}更正。原因：</source>
        <translation>Refused, back to {department}. Reason:</translation>
    </message>
    <message>
        <source>没有不一致的项目，不用更正</source>
        <translation>Nothing differs; there is nothing to correct</translation>
    </message>
    <message>
        <source>请按更正后的证照重新核对标出的项目</source>
        <translation>Compare the marked fields with the corrected certificate</translation>
    </message>
    <message>
        <source>{n} 项不一致，不能接收</source>
        <translation>{n} differ; cannot be taken</translation>
    </message>
    <message>
        <source>还有 {n} 项待核对</source>
        <translation>{n} still to compare</translation>
    </message>
    <message>
        <source>全部一致，可以接收</source>
        <translation>All agree; may be taken</translation>
    </message>
    <message>
        <source>（看证照）</source>
        <translation> (see certificate)</translation>
    </message>
    <message>
        <source>{field}，收件 {wanted}，证载 {said}，{verdict}</source>
        <translation>{field}, intake {wanted}, certificate {said}, {verdict}</translation>
    </message>
</context>
<context>
    <name>TakenPage</name>
    <message>
        <source>您的号码</source>
        <translation>Your number</translation>
    </message>
    <message>
        <source>好的</source>
        <translation>OK</translation>
    </message>
    <message>
        <source>{name} · 前面 {n} 人</source>
        <translation>{name} · {n} ahead</translation>
    </message>
    <message>
        <source>预计：{wait}</source>
        <translation>Expected: {wait}</translation>
    </message>
    <message>
        <source>请留意 {windows} 号窗口的屏幕和语音</source>
        <translation>Watch and listen for windows {windows}</translation>
    </message>
    <message>
        <source>正在打印取号单…</source>
        <translation>Printing your slip…</translation>
    </message>
    <message>
        <source>{name} · 断网时取的号，有效</source>
        <translation>{name} · taken while cut off, valid</translation>
    </message>
    <message>
        <source>等多久以现场叫号为准</source>
        <translation>Nobody can tell the wait now; watch for the calls</translation>
    </message>
</context>
<context>
    <name>Taking</name>
    <message>
        <source>已移除“{name}”，{keys[Ctrl+Z]} 撤销</source>
        <translation>“{name}” removed; {keys[Ctrl+Z]} undoes</translation>
    </message>
</context>
<context>
    <name>Telling</name>
    <message>
        <source>、</source>
        <translation>, </translation>
    </message>
    <message>
        <source>还有 {n} 项没有看过：{rows}。告知书要一次说全</source>
        <translation>{n} not looked at yet: {rows}. A notice tells everything at once</translation>
    </message>
    <message>
        <source>去看第 {i} 项</source>
        <translation>Look at row {i}</translation>
    </message>
</context>
<context>
    <name>TicketPage</name>
    <message>
        <source>取号</source>
        <translation>Tickets</translation>
    </message>
    <message>
        <source>优先</source>
        <translation>Priority</translation>
    </message>
    <message>
        <source>预约</source>
        <translation>Booking</translation>
    </message>
    <message>
        <source>没有预约</source>
        <translation>No booking</translation>
    </message>
    <message>
        <source>请按要办的业务取号，号码会打印出来</source>
        <translation>Choose what you came for; your ticket will be printed</translation>
    </message>
    <message>
        <source>等候 {n} 人</source>
        <translation>{n} waiting</translation>
    </message>
    <message>
        <source>前面 {n} 人，请到 {windows} 号窗口。请留意屏幕和语音</source>
        <translation>{n} ahead of you, window {windows}. Watch the screen and listen for the voice</translation>
    </message>
    <message>
        <source>取号纸没有出来，请记住这个号码，或请工作人员帮忙</source>
        <translation>No ticket came out; please keep this number in mind, or ask the staff</translation>
    </message>
    <message>
        <source>预约码：扫码，或输入后按 Enter；也可放身份证</source>
        <translation>Booking code: scan it, or type it and press Enter; or lay down the ID card</translation>
    </message>
    <message>
        <source>预约码</source>
        <translation>Booking code</translation>
    </message>
    <message>
        <source>这张证件今天没有可取的预约</source>
        <translation>This card has no booking left to take today</translation>
    </message>
    <message>
        <source>预约 {time} 已过，这是普通号。</source>
        <translation>The booking for {time} is over; this is an ordinary number. </translation>
    </message>
</context>
<context>
    <name>ToldList</name>
    <message>
        <source>时间</source>
        <translation>Time</translation>
    </message>
    <message>
        <source>短信</source>
        <translation>Message</translation>
    </message>
    <message>
        <source>编号</source>
        <translation>Number</translation>
    </message>
    <message>
        <source>手机</source>
        <translation>Mobile</translation>
    </message>
    <message>
        <source>状态</source>
        <translation>State</translation>
    </message>
    <message>
        <source>为什么</source>
        <translation>Why</translation>
    </message>
    <message>
        <source>本机没有这件的短信</source>
        <translation>No message of this case at this PC</translation>
    </message>
</context>
<context>
    <name>TopBar</name>
    <message>
        <source>综窗台</source>
        <translation>zcdesk</translation>
    </message>
    <message>
        <source>等候 {n} 人</source>
        <translation>{n} waiting</translation>
    </message>
    <message>
        <source>最长 {n} 分</source>
        <translation>longest {n} min</translation>
    </message>
    <message>
        <source>今日 {n}</source>
        <translation>today {n}</translation>
    </message>
    <message>
        <source>空闲，可以叫号</source>
        <translation>Free to call</translation>
    </message>
    <message>
        <source>关闭窗口</source>
        <translation>Close window</translation>
    </message>
</context>
<context>
    <name>TrainingReminder</name>
    <message>
        <source>您未登记 {names} 类培训，请告知值班主管</source>
        <translation>You have no registered training for {names}; tell the duty manager</translation>
    </message>
</context>
<context>
    <name>TrialStep</name>
    <message>
        <source>试办一件</source>
        <translation>Try a case</translation>
    </message>
    <message>
        <source>用虚构的人和事项走完一次收件，打印一张标“试运行 不作数”的收件通知书；不计数，不占真实编号。</source>
        <translation>Takes in one case of an invented person and prints a receipt marked as a trial; it is not counted and takes no real number.</translation>
    </message>
    <message>
        <source>试办并打印</source>
        <translation>Try and print</translation>
    </message>
    <message>
        <source>正在试办……</source>
        <translation>Trying…</translation>
    </message>
    <message>
        <source>打印机报告已打印。</source>
        <translation>The printer says it has printed. </translation>
    </message>
    <message>
        <source>已送打印机。</source>
        <translation>Sent to the printer. </translation>
    </message>
    <message>
        <source>请看纸：有大厅名称、“试运行 不作数”和二维码，就可以开始用了。</source>
        <translation>Look at the paper: with the hall&apos;s name, the mark of a trial and a QR code all is well.</translation>
    </message>
    <message>
        <source>试办通过，但没有打印机，没有出纸。接好后在“设备”页打印测试页。</source>
        <translation>The case worked, but there is no printer and no paper. Connect one and print a test page on the page Devices.</translation>
    </message>
    <message>
        <source>可按 PgUp 回到“设备”，也可以先完成。</source>
        <translation>PgUp leads back to Devices; you may finish all the same.</translation>
    </message>
    <message>
        <source>更新：只采用用公钥 {key}… 签名的版本，请与发布方电话核对。</source>
        <translation>Updates: only those signed with {key}… count; compare it with the publisher by telephone.</translation>
    </message>
    <message>
        <source>更新：还没有认定发布公钥，不会自动更新；以后在“管理、工作站”认定。</source>
        <translation>Updates: no publisher&apos;s key is trusted yet, so none is installed; trust one under Hall, Stations.</translation>
    </message>
</context>
<context>
    <name>Turns</name>
    <message>
        <source>{no} 还没有到窗口</source>
        <translation>{no} has not come to the window</translation>
    </message>
</context>
<context>
    <name>UndoBar</name>
    <message>
        <source>撤销</source>
        <translation>Undo</translation>
    </message>
    <message>
        <source>{what}，{n} 秒内可以撤销</source>
        <translation>{what}; undo within {n} s</translation>
    </message>
</context>
<context>
    <name>UnsentMessages</name>
    <message>
        <source>没有等着发的短信</source>
        <translation>No message waits</translation>
    </message>
    <message>
        <source>再发</source>
        <translation>Send again</translation>
    </message>
    <message>
        <source>不再发</source>
        <translation>Stop</translation>
    </message>
    <message>
        <source>打电话</source>
        <translation>Telephone</translation>
    </message>
    <message>
        <source>会再发一次</source>
        <translation>Will be sent once more</translation>
    </message>
    <message>
        <source>已记下电话告知</source>
        <translation>Told by telephone, noted</translation>
    </message>
    <message>
        <source>请拨 {number}，告知后再按 {keys[exchange.phoned]}</source>
        <translation>Call {number}; {keys[exchange.phoned]} again once told</translation>
    </message>
</context>
<context>
    <name>UrgingPage</name>
    <message>
        <source>超期督办</source>
        <translation>Reminders</translation>
    </message>
    <message>
        <source>编号</source>
        <translation>Number</translation>
    </message>
    <message>
        <source>事项</source>
        <translation>Matter</translation>
    </message>
    <message>
        <source>部门</source>
        <translation>Department</translation>
    </message>
    <message>
        <source>状态</source>
        <translation>State</translation>
    </message>
    <message>
        <source>到期</source>
        <translation>Due</translation>
    </message>
    <message>
        <source>督办</source>
        <translation>Reminded</translation>
    </message>
    <message>
        <source>要求</source>
        <translation>Demand</translation>
    </message>
    <message>
        <source>明天</source>
        <translation>Tomorrow</translation>
    </message>
    <message>
        <source>两天</source>
        <translation>Two days</translation>
    </message>
    <message>
        <source>五天</source>
        <translation>Five days</translation>
    </message>
    <message>
        <source>发出督办单</source>
        <translation>Send reminders</translation>
    </message>
    <message>
        <source>答复期限</source>
        <translation>Answer by</translation>
    </message>
    <message>
        <source>超期 {late} · 三天内到期 {soon} · 待答复 {waiting}</source>
        <translation>{late} overdue · {soon} due within three days · {waiting} answers awaited</translation>
    </message>
    <message>
        <source>已选 {n} 件（空格选，A 选全部超期）</source>
        <translation>{n} chosen (Space ticks, A ticks all overdue)</translation>
    </message>
    <message>
        <source>已发出 {n} 份督办单</source>
        <translation>Reminders sent: {n}</translation>
    </message>
    <message>
        <source>超期 {t}</source>
        <translation>overdue {t}</translation>
    </message>
    <message>
        <source>{n} 次 · 答复：{answer}</source>
        <translation>{n}× · answered: {answer}</translation>
    </message>
    <message>
        <source>{n} 次 · {time} 前答复</source>
        <translation>{n}× · answer by {time}</translation>
    </message>
    <message>
        <source>没有超期，三天内也没有到期的办件</source>
        <translation>No case is late and none is due within three days</translation>
    </message>
</context>
<context>
    <name>VersionsPanel</name>
    <message>
        <source>差异</source>
        <translation>Differences</translation>
    </message>
    <message>
        <source>比较：从</source>
        <translation>Compare from</translation>
    </message>
    <message>
        <source>比较：到</source>
        <translation>Compare to</translation>
    </message>
    <message>
        <source>从</source>
        <translation>From</translation>
    </message>
    <message>
        <source>到</source>
        <translation>To</translation>
    </message>
    <message>
        <source>正在编辑</source>
        <translation>Being written</translation>
    </message>
    <message>
        <source>先改好上面的问题，再看差异</source>
        <translation>Mend what is named above, then compare</translation>
    </message>
    <message>
        <source>新的，还没有发布过的版本</source>
        <translation>New: no version was published yet</translation>
    </message>
    <message>
        <source>没有差异</source>
        <translation>No difference</translation>
    </message>
    <message>
        <source>第 {v} 版</source>
        <translation>Version {v}</translation>
    </message>
    <message>
        <source>{version} 生效中</source>
        <translation>{version}, in force</translation>
    </message>
</context>
<context>
    <name>Voiding</name>
    <message>
        <source>登记作废</source>
        <translation>Strike out</translation>
    </message>
    <message>
        <source>为什么作废</source>
        <translation>Why it is struck out</translation>
    </message>
</context>
<context>
    <name>WaitBars</name>
    <message>
        <source>各类等候</source>
        <translation>Waiting by category</translation>
    </message>
    <message>
        <source>{category} {n} 人等候，最长 {m} 分</source>
        <translation>{category}: {n} waiting, longest {m} min</translation>
    </message>
    <message>
        <source>，超过限度</source>
        <translation>, over the limit</translation>
    </message>
    <message>
        <source>{n} 人 · {m} 分</source>
        <translation>{n} · {m} min</translation>
    </message>
</context>
<context>
    <name>Watch</name>
    <message>
        <source>{n}号窗口</source>
        <translation>Window {n}</translation>
    </message>
</context>
<context>
    <name>WindowStep</name>
    <message>
        <source>本机窗口</source>
        <translation>This window</translation>
    </message>
    <message>
        <source>本机窗口号</source>
        <translation>Number of this window</translation>
    </message>
    <message>
        <source>管理员工号</source>
        <translation>Administrator&apos;s staff number</translation>
    </message>
    <message>
        <source>管理员姓名</source>
        <translation>Administrator&apos;s name</translation>
    </message>
    <message>
        <source>再输一次口令</source>
        <translation>Password again</translation>
    </message>
    <message>
        <source>两次输入不同</source>
        <translation>The two differ</translation>
    </message>
    <message>
        <source>管理员管人员、制度和设备；另填收件人员时管理员不收件，不填就由管理员兼任。更多的人在“人员”页添加。口令只保存校验值，忘了要重设。</source>
        <translation>The administrator looks after people, rules and devices, and takes cases in only if no clerk is named here. Add others on the page Staff. Passwords are kept as check values only: a forgotten one is set anew.</translation>
    </message>
    <message>
        <source>管理员口令（至少 8 位）</source>
        <translation>Administrator&apos;s password (8 or more)</translation>
    </message>
    <message>
        <source>收件人员工号（可空）</source>
        <translation>Clerk&apos;s staff number (optional)</translation>
    </message>
    <message>
        <source>收件人员姓名</source>
        <translation>Clerk&apos;s name</translation>
    </message>
    <message>
        <source>收件人员的初始口令</source>
        <translation>Clerk&apos;s first password</translation>
    </message>
    <message>
        <source>不能和管理员同一个工号</source>
        <translation>Not the administrator&apos;s number</translation>
    </message>
    <message>
        <source>请填写</source>
        <translation>Fill this in</translation>
    </message>
</context>
<context>
    <name>WindowStrips</name>
    <message>
        <source>窗口状态</source>
        <translation>Windows</translation>
    </message>
    <message>
        <source>{n} 号 {clerk} {doing}，受理 {scope}</source>
        <translation>Window {n} {clerk} {doing}; takes {scope}</translation>
    </message>
    <message>
        <source>，到 {time} 自动恢复</source>
        <translation>, its own scope again at {time}</translation>
    </message>
    <message>
        <source>（{reason}）</source>
        <translation> ({reason})</translation>
    </message>
    <message>
        <source>{doing}{about} {n} 分</source>
        <translation>{doing}{about} {n} min</translation>
    </message>
    <message>
        <source>{n} 号</source>
        <translation>No. {n}</translation>
    </message>
</context>
<context>
    <name>WizardPage</name>
    <message>
        <source>首次设置</source>
        <translation>First set-up</translation>
    </message>
    <message>
        <source>综窗台 · 首次设置</source>
        <translation>zcdesk · First set-up</translation>
    </message>
    <message>
        <source>上一步</source>
        <translation>Back</translation>
    </message>
    <message>
        <source>以后再设</source>
        <translation>Another time</translation>
    </message>
    <message>
        <source>下一步</source>
        <translation>Next</translation>
    </message>
    <message>
        <source>完成，去登录</source>
        <translation>Done, log in</translation>
    </message>
    <message>
        <source>正在联系服务器，取得窗口、人员和事项…几秒后即可办理</source>
        <translation>Fetching windows, people and matters from the server… ready in seconds</translation>
    </message>
    <message>
        <source>正在建立大厅、导入事项目录…</source>
        <translation>Setting up the hall and its catalogue…</translation>
    </message>
    <message>
        <source>停止加入</source>
        <translation>Stop joining</translation>
    </message>
    <message>
        <source>正在停止…</source>
        <translation>Stopping…</translation>
    </message>
    <message>
        <source>已取得 {n} / {all} 条记录（{part} %），几秒后即可办理，其余自动取得</source>
        <translation>{n} of {all} records fetched ({part} %); ready in seconds, the rest comes by itself</translation>
    </message>
</context>
<context>
    <name>Workplace</name>
    <message>
        <source>请先选字（空格上屏）</source>
        <translation>Choose the character first (Space)</translation>
    </message>
    <message>
        <source>{name}（工号 {no}）</source>
        <translation>{name} (staff no. {no})</translation>
    </message>
</context>
<context>
    <name>WorkplacePages</name>
    <message>
        <source>设备</source>
        <translation>Devices</translation>
    </message>
    <message>
        <source>您的岗位在这台电脑上没有要办的页面，请找管理员设置岗位</source>
        <translation>Your role has no page on this computer; ask the administrator to set your roles</translation>
    </message>
</context>
<context>
    <name>_Links</name>
    <message>
        <source>等 {n} 项</source>
        <translation>{n} in all</translation>
    </message>
    <message>
        <source>{n} 项</source>
        <translation>{n} left</translation>
    </message>
</context>
<context>
    <name>_Offer</name>
    <message>
        <source>加开两小时</source>
        <translation>Add for two hours</translation>
    </message>
    <message>
        <source>{w} 号窗口空闲 {idle} 分，{category}最长等候 {long} 分。</source>
        <translation>Window {w} idle for {idle} min; {category} waits up to {long} min. </translation>
    </message>
    <message>
        <source>加开后新取号预计等候 {before} → {after} 分</source>
        <translation>Added, a newcomer waits {before} → {after} min</translation>
    </message>
</context>
<context>
    <name>_Pages</name>
    <message>
        <source>尚未扫描</source>
        <translation>Not scanned yet</translation>
    </message>
    <message>
        <source>已扫 {n} 页</source>
        <translation>Pages scanned: {n}</translation>
    </message>
</context>
<context>
    <name>_Part</name>
    <message>
        <source>{n} 件</source>
        <translation>Cases: {n}</translation>
    </message>
</context>
<context>
    <name>_Record</name>
    <message>
        <source>重签</source>
        <translation>Sign again</translation>
    </message>
    <message>
        <source>我确认并签字</source>
        <translation>I confirm and sign</translation>
    </message>
    <message>
        <source>不对，请告诉工作人员</source>
        <translation>Not right, tell the clerk</translation>
    </message>
</context>
<context>
    <name>_Sides</name>
    <message>
        <source>先到的（有效）</source>
        <translation>Came first (holds)</translation>
    </message>
    <message>
        <source>后到的（未生效）</source>
        <translation>Came later (not applied)</translation>
    </message>
</context>
<context>
    <name>_Squares</name>
    <message>
        <source>第 {i} 位，共 {n} 位，已办完 {k} 位</source>
        <translation>{i} of {n}, {k} done</translation>
    </message>
</context>
<context>
    <name>adjust</name>
    <message>
        <source>设备自定</source>
        <translation>Its own</translation>
    </message>
    <message>
        <source>音量</source>
        <translation>Volume</translation>
    </message>
    <message>
        <source>语速</source>
        <translation>Speed</translation>
    </message>
    <message>
        <source>每次叫号</source>
        <translation>Each call</translation>
    </message>
    <message>
        <source>一遍</source>
        <translation>Once</translation>
    </message>
    <message>
        <source>两遍</source>
        <translation>Twice</translation>
    </message>
    <message>
        <source>三遍</source>
        <translation>Three times</translation>
    </message>
    <message>
        <source>叫号语言</source>
        <translation>Language of calls</translation>
    </message>
    <message>
        <source>中文</source>
        <translation>Chinese</translation>
    </message>
    <message>
        <source>中文，再用英文</source>
        <translation>Chinese, then English</translation>
    </message>
    <message>
        <source>纸宽</source>
        <translation>Paper width</translation>
    </message>
    <message>
        <source>80 毫米</source>
        <translation>80 mm</translation>
    </message>
    <message>
        <source>58 毫米</source>
        <translation>58 mm</translation>
    </message>
    <message>
        <source>80 毫米，按图打</source>
        <translation>80 mm, as a picture</translation>
    </message>
    <message>
        <source>58 毫米，按图打</source>
        <translation>58 mm, as a picture</translation>
    </message>
    <message>
        <source>纸盒</source>
        <translation>Tray</translation>
    </message>
    <message>
        <source>单双面</source>
        <translation>Sides</translation>
    </message>
    <message>
        <source>单面</source>
        <translation>One</translation>
    </message>
    <message>
        <source>双面，长边翻</source>
        <translation>Both, long edge</translation>
    </message>
    <message>
        <source>双面，短边翻</source>
        <translation>Both, short edge</translation>
    </message>
    <message>
        <source>每份打</source>
        <translation>Each paper</translation>
    </message>
    <message>
        <source>一张</source>
        <translation>Once</translation>
    </message>
    <message>
        <source>两张</source>
        <translation>Twice</translation>
    </message>
    <message>
        <source>三张</source>
        <translation>Three times</translation>
    </message>
</context>
<context>
    <name>attention</name>
    <message>
        <source>叫号</source>
        <translation>call</translation>
    </message>
    <message>
        <source>转出</source>
        <translation>transfer</translation>
    </message>
    <message>
        <source>收件</source>
        <translation>receipt</translation>
    </message>
    <message>
        <source>一次性告知</source>
        <translation>one-time notice</translation>
    </message>
    <message>
        <source>转办</source>
        <translation>referral</translation>
    </message>
    <message>
        <source>与先到的冲突</source>
        <translation>Conflicts with an earlier one</translation>
    </message>
    <message>
        <source>需要新版本</source>
        <translation>Needs a newer version</translation>
    </message>
    <message>
        <source>内容读不出</source>
        <translation>Unreadable</translation>
    </message>
    <message>
        <source>已看</source>
        <translation>Seen</translation>
    </message>
    <message>
        <source>登录</source>
        <translation>Login</translation>
    </message>
    <message>
        <source>登录未核实</source>
        <translation>Login not confirmed</translation>
    </message>
    <message>
        <source>过大，未上报</source>
        <translation>Too large, not sent</translation>
    </message>
    <message>
        <source>被改动，未上报</source>
        <translation>Altered, not sent</translation>
    </message>
</context>
<context>
    <name>audit</name>
    <message>
        <source>全部</source>
        <translation>All</translation>
    </message>
    <message>
        <source>查看个人信息</source>
        <translation>Personal data shown</translation>
    </message>
    <message>
        <source>导出表格</source>
        <translation>Table exported</translation>
    </message>
    <message>
        <source>办件</source>
        <translation>Cases</translation>
    </message>
    <message>
        <source>取号叫号</source>
        <translation>Queue</translation>
    </message>
    <message>
        <source>窗口办理</source>
        <translation>Visits</translation>
    </message>
    <message>
        <source>交接</source>
        <translation>Hand-over</translation>
    </message>
    <message>
        <source>评价</source>
        <translation>Ratings</translation>
    </message>
    <message>
        <source>人员</source>
        <translation>Person</translation>
    </message>
    <message>
        <source>窗口</source>
        <translation>Windows</translation>
    </message>
    <message>
        <source>事项</source>
        <translation>Matters</translation>
    </message>
    <message>
        <source>授权</source>
        <translation>Authority</translation>
    </message>
    <message>
        <source>报表</source>
        <translation>Reports</translation>
    </message>
    <message>
        <source>网上申报</source>
        <translation>Online filing</translation>
    </message>
    <message>
        <source>邮寄来件</source>
        <translation>Parcels</translation>
    </message>
    <message>
        <source>二次录入</source>
        <translation>Second entry</translation>
    </message>
    <message>
        <source>登录核实</source>
        <translation>Logins</translation>
    </message>
    <message>
        <source>文书用语</source>
        <translation>Words of papers</translation>
    </message>
    <message>
        <source>删除个人信息</source>
        <translation>Personal data erased</translation>
    </message>
    <message>
        <source>上岗</source>
        <translation>On duty</translation>
    </message>
    <message>
        <source>离岗</source>
        <translation>Off duty</translation>
    </message>
    <message>
        <source>设置人员</source>
        <translation>Person set</translation>
    </message>
    <message>
        <source>设置窗口</source>
        <translation>Window set</translation>
    </message>
    <message>
        <source>开关窗口</source>
        <translation>Window opened or closed</translation>
    </message>
    <message>
        <source>交接班</source>
        <translation>Change of shift</translation>
    </message>
    <message>
        <source>设置大厅</source>
        <translation>Hall set</translation>
    </message>
    <message>
        <source>发布事项</source>
        <translation>Matter published</translation>
    </message>
    <message>
        <source>撤下事项</source>
        <translation>Matter withdrawn</translation>
    </message>
    <message>
        <source>登记授权</source>
        <translation>Authority given</translation>
    </message>
    <message>
        <source>撤销授权</source>
        <translation>Authority revoked</translation>
    </message>
    <message>
        <source>台账登记</source>
        <translation>Ledger entry</translation>
    </message>
    <message>
        <source>制作交接表</source>
        <translation>Hand-over list made</translation>
    </message>
    <message>
        <source>签收交接表</source>
        <translation>Hand-over list signed</translation>
    </message>
    <message>
        <source>作废交接表</source>
        <translation>Hand-over list dropped</translation>
    </message>
    <message>
        <source>群众评价</source>
        <translation>Rated</translation>
    </message>
    <message>
        <source>报表定稿</source>
        <translation>Report frozen</translation>
    </message>
    <message>
        <source>报表补报</source>
        <translation>Report corrected</translation>
    </message>
    <message>
        <source>窗口收件</source>
        <translation>Taken in</translation>
    </message>
    <message>
        <source>一次性告知</source>
        <translation>One-time notice</translation>
    </message>
    <message>
        <source>转专业窗口</source>
        <translation>Referred</translation>
    </message>
    <message>
        <source>打印文书</source>
        <translation>Paper printed</translation>
    </message>
    <message>
        <source>取号</source>
        <translation>Number taken</translation>
    </message>
    <message>
        <source>叫号</source>
        <translation>Called</translation>
    </message>
    <message>
        <source>重呼</source>
        <translation>Called again</translation>
    </message>
    <message>
        <source>到窗</source>
        <translation>At the window</translation>
    </message>
    <message>
        <source>过号</source>
        <translation>No-show</translation>
    </message>
    <message>
        <source>重新排队</source>
        <translation>Back in the queue</translation>
    </message>
    <message>
        <source>挂起</source>
        <translation>Parked</translation>
    </message>
    <message>
        <source>取回</source>
        <translation>Resumed</translation>
    </message>
    <message>
        <source>转窗口</source>
        <translation>Transferred</translation>
    </message>
    <message>
        <source>办理结束</source>
        <translation>Visit ended</translation>
    </message>
    <message>
        <source>号码过期</source>
        <translation>Number expired</translation>
    </message>
    <message>
        <source>内容被改</source>
        <translation>content altered</translation>
    </message>
    <message>
        <source>时间、人员或对象被改</source>
        <translation>time, person or subject altered</translation>
    </message>
    <message>
        <source>记录被改</source>
        <translation>entry altered</translation>
    </message>
    <message>
        <source>记录缺失</source>
        <translation>entry missing</translation>
    </message>
    <message>
        <source>多出记录</source>
        <translation>entry put in</translation>
    </message>
    <message>
        <source>次序不符</source>
        <translation>wrong order</translation>
    </message>
    <message>
        <source>编号不连续</source>
        <translation>numbers not in a row</translation>
    </message>
    <message>
        <source>个人信息与摘要不符</source>
        <translation>personal data differ from their digest</translation>
    </message>
    <message>
        <source>与见证文件不符</source>
        <translation>differs from the witness</translation>
    </message>
    <message>
        <source>文件损坏</source>
        <translation>file damaged</translation>
    </message>
    <message>
        <source>与服务器签名不符</source>
        <translation>differs from what the server signed</translation>
    </message>
    <message>
        <source>其他操作 {kind}</source>
        <translation>Other action {kind}</translation>
    </message>
    <message>
        <source>工作站</source>
        <translation>Station</translation>
    </message>
    <message>
        <source>备份</source>
        <translation>Copy made</translation>
    </message>
    <message>
        <source>从备份恢复</source>
        <translation>Restored from a copy</translation>
    </message>
    <message>
        <source>导出全部数据</source>
        <translation>Everything taken out</translation>
    </message>
    <message>
        <source>版本变更</source>
        <translation>Version changed</translation>
    </message>
    <message>
        <source>数据密钥</source>
        <translation>Data key</translation>
    </message>
    <message>
        <source>到期销毁</source>
        <translation>Erasure by schedule</translation>
    </message>
    <message>
        <source>制作恢复纸</source>
        <translation>Recovery paper made</translation>
    </message>
    <message>
        <source>封存数据密钥</source>
        <translation>Data key escrowed</translation>
    </message>
    <message>
        <source>程序更新</source>
        <translation>Program updates</translation>
    </message>
    <message>
        <source>认定更新公钥</source>
        <translation>Publisher&apos;s key trusted</translation>
    </message>
    <message>
        <source>推行更新</source>
        <translation>Update rolled out</translation>
    </message>
    <message>
        <source>停止推行</source>
        <translation>Roll-out stopped</translation>
    </message>
    <message>
        <source>制度</source>
        <translation>Policies</translation>
    </message>
    <message>
        <source>设定制度</source>
        <translation>Policies set</translation>
    </message>
    <message>
        <source>修改制度</source>
        <translation>Policy changed</translation>
    </message>
    <message>
        <source>大厅</source>
        <translation>Hall</translation>
    </message>
    <message>
        <source>培训</source>
        <translation>Training</translation>
    </message>
    <message>
        <source>AB 岗</source>
        <translation>Deputies</translation>
    </message>
    <message>
        <source>事项修改稿</source>
        <translation>Draft of matter</translation>
    </message>
    <message>
        <source>一件事</source>
        <translation>Package</translation>
    </message>
    <message>
        <source>号</source>
        <translation>Number</translation>
    </message>
    <message>
        <source>办理</source>
        <translation>Visit</translation>
    </message>
    <message>
        <source>交接表</source>
        <translation>Hand-over list</translation>
    </message>
    <message>
        <source>投诉咨询</source>
        <translation>Complaint or question</translation>
    </message>
    <message>
        <source>授权委托书</source>
        <translation>Authorisation</translation>
    </message>
    <message>
        <source>台账</source>
        <translation>Ledger</translation>
    </message>
    <message>
        <source>日清</source>
        <translation>Closing of</translation>
    </message>
    <message>
        <source>登录</source>
        <translation>Login</translation>
    </message>
    <message>
        <source>设备</source>
        <translation>Device</translation>
    </message>
    <message>
        <source>恢复纸</source>
        <translation>Recovery paper</translation>
    </message>
    <message>
        <source>姓名</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>证件号</source>
        <translation>ID number</translation>
    </message>
    <message>
        <source>手机</source>
        <translation>Phone</translation>
    </message>
    <message>
        <source>地址</source>
        <translation>Address</translation>
    </message>
    <message>
        <source>来人与原话</source>
        <translation>Who asked, and their words</translation>
    </message>
    <message>
        <source>整卷导出</source>
        <translation>Whole case file</translation>
    </message>
    <message>
        <source>电子证照</source>
        <translation>Electronic licence</translation>
    </message>
    <message>
        <source>{n} 号窗口</source>
        <translation>Window {n}</translation>
    </message>
    <message>
        <source>登记预约</source>
        <translation>Booking noted</translation>
    </message>
    <message>
        <source>取消预约</source>
        <translation>Booking cancelled</translation>
    </message>
    <message>
        <source>预约取号</source>
        <translation>Number for a booking</translation>
    </message>
    <message>
        <source>预约失约</source>
        <translation>Booking missed</translation>
    </message>
    <message>
        <source>提交一件事</source>
        <translation>Package handed in</translation>
    </message>
    <message>
        <source>退回一件事</source>
        <translation>Package returned</translation>
    </message>
    <message>
        <source>发布一件事</source>
        <translation>Package published</translation>
    </message>
    <message>
        <source>停办一件事</source>
        <translation>Package withdrawn</translation>
    </message>
    <message>
        <source>起草事项</source>
        <translation>Matter drafted</translation>
    </message>
    <message>
        <source>退回修改</source>
        <translation>Draft returned</translation>
    </message>
    <message>
        <source>批准修改稿</source>
        <translation>Draft approved</translation>
    </message>
    <message>
        <source>放弃修改稿</source>
        <translation>Draft given up</translation>
    </message>
    <message>
        <source>指定代岗</source>
        <translation>Deputy named</translation>
    </message>
    <message>
        <source>结束代岗</source>
        <translation>Deputy ended</translation>
    </message>
    <message>
        <source>登记培训</source>
        <translation>Training registered</translation>
    </message>
    <message>
        <source>登记投诉咨询</source>
        <translation>Complaint or question noted</translation>
    </message>
    <message>
        <source>转办投诉咨询</source>
        <translation>Complaint or question forwarded</translation>
    </message>
    <message>
        <source>答复投诉咨询</source>
        <translation>Complaint or question answered</translation>
    </message>
    <message>
        <source>回复来人</source>
        <translation>Person told</translation>
    </message>
    <message>
        <source>设备故障</source>
        <translation>Device failed</translation>
    </message>
    <message>
        <source>设备恢复</source>
        <translation>Device mended</translation>
    </message>
    <message>
        <source>预约</source>
        <translation>Booking</translation>
    </message>
    <message>
        <source>{n} 号窗口 #{seq}</source>
        <translation>Window {n} #{seq}</translation>
    </message>
    <message>
        <source>放弃一件事的修改</source>
        <translation>Change of a package given up</translation>
    </message>
    <message>
        <source>扫描授权委托书</source>
        <translation>Authorisation scanned</translation>
    </message>
    <message>
        <source>确认电脑时间</source>
        <translation>PC&apos;s date confirmed</translation>
    </message>
    <message>
        <source>字号</source>
        <translation>Text size</translation>
    </message>
    <message>
        <source>选择字号</source>
        <translation>Chose a text size</translation>
    </message>
</context>
<context>
    <name>bookings</name>
    <message>
        <source>未取号</source>
        <translation>Not taken</translation>
    </message>
    <message>
        <source>已取号</source>
        <translation>Taken</translation>
    </message>
    <message>
        <source>已取消</source>
        <translation>Cancelled</translation>
    </message>
    <message>
        <source>失约</source>
        <translation>Missed</translation>
    </message>
</context>
<context>
    <name>case</name>
    <message>
        <source>已收件</source>
        <translation>Taken in</translation>
    </message>
    <message>
        <source>待补正</source>
        <translation>Awaits correction</translation>
    </message>
    <message>
        <source>审查中</source>
        <translation>In review</translation>
    </message>
    <message>
        <source>特别程序</source>
        <translation>Special step</translation>
    </message>
    <message>
        <source>已决定</source>
        <translation>Decided</translation>
    </message>
    <message>
        <source>结果移交中</source>
        <translation>Result on its way</translation>
    </message>
    <message>
        <source>待领取</source>
        <translation>To collect</translation>
    </message>
    <message>
        <source>邮寄中</source>
        <translation>In the post</translation>
    </message>
    <message>
        <source>已送达</source>
        <translation>Delivered</translation>
    </message>
    <message>
        <source>已归档</source>
        <translation>Archived</translation>
    </message>
    <message>
        <source>不予受理</source>
        <translation>Not accepted</translation>
    </message>
    <message>
        <source>已撤回</source>
        <translation>Withdrawn</translation>
    </message>
    <message>
        <source>已终止</source>
        <translation>Terminated</translation>
    </message>
    <message>
        <source>已作废</source>
        <translation>Void</translation>
    </message>
    <message>
        <source>已并入</source>
        <translation>Merged</translation>
    </message>
    <message>
        <source>已移送</source>
        <translation>Transferred</translation>
    </message>
    <message>
        <source>正常</source>
        <translation>In time</translation>
    </message>
    <message>
        <source>临期</source>
        <translation>Due soon</translation>
    </message>
    <message>
        <source>超期</source>
        <translation>Overdue</translation>
    </message>
    <message>
        <source>停表</source>
        <translation>Clock stopped</translation>
    </message>
    <message>
        <source>暂定</source>
        <translation>Provisional</translation>
    </message>
    <message>
        <source>材料移交</source>
        <translation>Hand-over of papers</translation>
    </message>
    <message>
        <source>受理</source>
        <translation>Acceptance</translation>
    </message>
    <message>
        <source>视为受理</source>
        <translation>Deemed accepted</translation>
    </message>
    <message>
        <source>补正</source>
        <translation>Correction</translation>
    </message>
    <message>
        <source>容缺补交</source>
        <translation>Promised paper</translation>
    </message>
    <message>
        <source>承诺办结</source>
        <translation>Promised end</translation>
    </message>
    <message>
        <source>法定办结</source>
        <translation>Statutory end</translation>
    </message>
    <message>
        <source>审查环节</source>
        <translation>Review stage</translation>
    </message>
    <message>
        <source>结果更正</source>
        <translation>Result correction</translation>
    </message>
    <message>
        <source>送达</source>
        <translation>Delivery</translation>
    </message>
    <message>
        <source>送达回执移交</source>
        <translation>Delivery receipt passed on</translation>
    </message>
    <message>
        <source>督办答复</source>
        <translation>Answer to reminder</translation>
    </message>
    <message>
        <source>网上预审</source>
        <translation>Online review</translation>
    </message>
    <message>
        <source>差评回访</source>
        <translation>Bad rating: call back</translation>
    </message>
    <message>
        <source>差评整改</source>
        <translation>Bad rating: mend</translation>
    </message>
    <message>
        <source>投诉办理</source>
        <translation>Complaint</translation>
    </message>
    <message>
        <source>咨询答复</source>
        <translation>Question</translation>
    </message>
</context>
<context>
    <name>cases</name>
    <message>
        <source>经过</source>
        <translation>History</translation>
    </message>
    <message>
        <source>记录</source>
        <translation>Record</translation>
    </message>
    <message>
        <source>办理</source>
        <translation>Act</translation>
    </message>
    <message>
        <source>时间</source>
        <translation>Time</translation>
    </message>
    <message>
        <source>经手人</source>
        <translation>By</translation>
    </message>
    <message>
        <source>部门</source>
        <translation>Department</translation>
    </message>
    <message>
        <source>原因</source>
        <translation>Reason</translation>
    </message>
    <message>
        <source>材料</source>
        <translation>Materials</translation>
    </message>
    <message>
        <source>状态</source>
        <translation>State</translation>
    </message>
    <message>
        <source>材料名称</source>
        <translation>Material</translation>
    </message>
    <message>
        <source>份数</source>
        <translation>Copies</translation>
    </message>
    <message>
        <source>备注</source>
        <translation>Note</translation>
    </message>
    <message>
        <source>文书</source>
        <translation>Papers</translation>
    </message>
    <message>
        <source>编号</source>
        <translation>Number</translation>
    </message>
    <message>
        <source>时限</source>
        <translation>Limits</translation>
    </message>
    <message>
        <source>到期</source>
        <translation>Due</translation>
    </message>
    <message>
        <source>依据</source>
        <translation>Basis</translation>
    </message>
    <message>
        <source>消息</source>
        <translation>Messages</translation>
    </message>
    <message>
        <source>手机号码</source>
        <translation>Mobile</translation>
    </message>
    <message>
        <source>查看记录</source>
        <translation>Looks</translation>
    </message>
    <message>
        <source>看了什么</source>
        <translation>What was seen</translation>
    </message>
    <message>
        <source>谁</source>
        <translation>Who</translation>
    </message>
    <message>
        <source>收件</source>
        <translation>Taken in</translation>
    </message>
    <message>
        <source>材料移交</source>
        <translation>Papers handed over</translation>
    </message>
    <message>
        <source>未移交</source>
        <translation>Not handed over</translation>
    </message>
    <message>
        <source>审查人打开</source>
        <translation>Opened by reviewer</translation>
    </message>
    <message>
        <source>查看材料</source>
        <translation>Pages seen</translation>
    </message>
    <message>
        <source>材料意见</source>
        <translation>Findings</translation>
    </message>
    <message>
        <source>受理</source>
        <translation>Acceptance</translation>
    </message>
    <message>
        <source>退回补正</source>
        <translation>Returned for correction</translation>
    </message>
    <message>
        <source>补正收到</source>
        <translation>Correction received</translation>
    </message>
    <message>
        <source>不予受理</source>
        <translation>Not accepted</translation>
    </message>
    <message>
        <source>转办、改派</source>
        <translation>Re-routed</translation>
    </message>
    <message>
        <source>听取意见</source>
        <translation>Asked for opinion</translation>
    </message>
    <message>
        <source>答复意见</source>
        <translation>Opinion given</translation>
    </message>
    <message>
        <source>容缺补交</source>
        <translation>Promised paper</translation>
    </message>
    <message>
        <source>容缺处理决定</source>
        <translation>Promise judged</translation>
    </message>
    <message>
        <source>确定审查环节</source>
        <translation>Stages set</translation>
    </message>
    <message>
        <source>环节完成</source>
        <translation>Stage done</translation>
    </message>
    <message>
        <source>特别程序开始</source>
        <translation>Special step begun</translation>
    </message>
    <message>
        <source>特别程序结束</source>
        <translation>Special step ended</translation>
    </message>
    <message>
        <source>延长期限</source>
        <translation>Extended</translation>
    </message>
    <message>
        <source>决定</source>
        <translation>Decision</translation>
    </message>
    <message>
        <source>结果移交</source>
        <translation>Result sent</translation>
    </message>
    <message>
        <source>结果接收</source>
        <translation>Result taken</translation>
    </message>
    <message>
        <source>结果不予接收</source>
        <translation>Result refused</translation>
    </message>
    <message>
        <source>换柜位</source>
        <translation>Shelf changed</translation>
    </message>
    <message>
        <source>发放</source>
        <translation>Issued</translation>
    </message>
    <message>
        <source>邮寄</source>
        <translation>Posted</translation>
    </message>
    <message>
        <source>邮件妥投</source>
        <translation>Post delivered</translation>
    </message>
    <message>
        <source>邮件退回</source>
        <translation>Post returned</translation>
    </message>
    <message>
        <source>送达回执移交</source>
        <translation>Delivery receipt passed on</translation>
    </message>
    <message>
        <source>归档</source>
        <translation>Archived</translation>
    </message>
    <message>
        <source>退还材料</source>
        <translation>Papers returned</translation>
    </message>
    <message>
        <source>退还件到达</source>
        <translation>Returned papers arrived</translation>
    </message>
    <message>
        <source>更正</source>
        <translation>Amended</translation>
    </message>
    <message>
        <source>作废</source>
        <translation>Voided</translation>
    </message>
    <message>
        <source>撤回</source>
        <translation>Withdrawn</translation>
    </message>
    <message>
        <source>终止办理</source>
        <translation>Terminated</translation>
    </message>
    <message>
        <source>移送</source>
        <translation>Transferred</translation>
    </message>
    <message>
        <source>并案</source>
        <translation>Merged</translation>
    </message>
    <message>
        <source>并入一件</source>
        <translation>Another merged in</translation>
    </message>
    <message>
        <source>督办</source>
        <translation>Reminder</translation>
    </message>
    <message>
        <source>答复督办</source>
        <translation>Reminder answered</translation>
    </message>
    <message>
        <source>登记平台编号</source>
        <translation>Platform number</translation>
    </message>
    <message>
        <source>手写签名</source>
        <translation>Handwritten signature</translation>
    </message>
    <message>
        <source>处理后到的操作</source>
        <translation>Late act settled</translation>
    </message>
    <message>
        <source>个人信息删除</source>
        <translation>Personal record erased</translation>
    </message>
    <message>
        <source>姓名</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>证件号码</source>
        <translation>ID number</translation>
    </message>
    <message>
        <source>联系地址</source>
        <translation>Address</translation>
    </message>
    <message>
        <source>导出档案</source>
        <translation>Export file</translation>
    </message>
    <message>
        <source>未生效</source>
        <translation>Not applied</translation>
    </message>
    <message>
        <source>已记录</source>
        <translation>Recorded</translation>
    </message>
    <message>
        <source>时钟有误</source>
        <translation>Clock wrong</translation>
    </message>
    <message>
        <source>查看</source>
        <translation>Seen</translation>
    </message>
    <message>
        <source>第 {n} 天</source>
        <translation>day {n}</translation>
    </message>
    <message>
        <source>不计</source>
        <translation>not counted</translation>
    </message>
    <message>
        <source>可以办理</source>
        <translation>What can be done</translation>
    </message>
    <message>
        <source>查到的办件</source>
        <translation>Cases found</translation>
    </message>
    <message>
        <source>件号</source>
        <translation>Case no.</translation>
    </message>
    <message>
        <source>事项</source>
        <translation>Matter</translation>
    </message>
    <message>
        <source>申请人</source>
        <translation>Applicant</translation>
    </message>
    <message>
        <source>口头告知</source>
        <translation>Told by a person</translation>
    </message>
    <message>
        <source>换审查人</source>
        <translation>Other reviewer</translation>
    </message>
    <message>
        <source>短信告知</source>
        <translation>Told by message</translation>
    </message>
    <message>
        <source>销毁了申请人、经办人的个人信息及其扫描页、文书内容</source>
        <translation>Destroyed: personal details of applicant and presenter, with scanned pages and printed papers</translation>
    </message>
    <message>
        <source>销毁了一条办理记录中填写的文字；记录本身仍在，可以核验</source>
        <translation>Destroyed: what was typed in one act; the act itself is still there and verifies</translation>
    </message>
</context>
<context>
    <name>catalogue</name>
    <message>
        <source>基本</source>
        <translation>Basic</translation>
    </message>
    <message>
        <source>材料</source>
        <translation>Materials</translation>
    </message>
    <message>
        <source>时限与收费</source>
        <translation>Limits and fee</translation>
    </message>
    <message>
        <source>表单</source>
        <translation>Form</translation>
    </message>
    <message>
        <source>依据与来源</source>
        <translation>Basis and evidence</translation>
    </message>
    <message>
        <source>名称</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>实施部门</source>
        <translation>Department</translation>
    </message>
    <message>
        <source>编码</source>
        <translation>Code</translation>
    </message>
    <message>
        <source>窗口类别（用、分开）</source>
        <translation>Window categories (parted by 、)</translation>
    </message>
    <message>
        <source>办件类型</source>
        <translation>Type</translation>
    </message>
    <message>
        <source>密级</source>
        <translation>Secrecy</translation>
    </message>
    <message>
        <source>群众说法（用、分开）</source>
        <translation>Citizens&apos; words (parted by 、)</translation>
    </message>
    <message>
        <source>办理结果</source>
        <translation>Result</translation>
    </message>
    <message>
        <source>前置事项（事项键）</source>
        <translation>Prerequisites (keys)</translation>
    </message>
    <message>
        <source>法定时限</source>
        <translation>Statutory limit</translation>
    </message>
    <message>
        <source>法定时限单位</source>
        <translation>Its unit</translation>
    </message>
    <message>
        <source>承诺时限</source>
        <translation>Promised limit</translation>
    </message>
    <message>
        <source>承诺时限单位</source>
        <translation>Its unit</translation>
    </message>
    <message>
        <source>收费</source>
        <translation>Fee</translation>
    </message>
    <message>
        <source>收费环节</source>
        <translation>Paid at</translation>
    </message>
    <message>
        <source>一表字段（用、分开）</source>
        <translation>Fields of the one form (parted by 、)</translation>
    </message>
    <message>
        <source>法定依据</source>
        <translation>Legal basis</translation>
    </message>
    <message>
        <source>清单来源</source>
        <translation>Evidence</translation>
    </message>
    <message>
        <source>可信程度</source>
        <translation>Confidence</translation>
    </message>
    <message>
        <source>原文已读</source>
        <translation>Text was read</translation>
    </message>
    <message>
        <source>备注</source>
        <translation>Note</translation>
    </message>
    <message>
        <source>材料形式</source>
        <translation>Form</translation>
    </message>
    <message>
        <source>份数</source>
        <translation>Copies</translation>
    </message>
    <message>
        <source>必要性</source>
        <translation>Necessity</translation>
    </message>
    <message>
        <source>来源渠道</source>
        <translation>Source</translation>
    </message>
    <message>
        <source>容缺天数</source>
        <translation>Days it may be late</translation>
    </message>
    <message>
        <source>可共享</source>
        <translation>Shareable</translation>
    </message>
    <message>
        <source>仍收理由</source>
        <translation>Why it is asked all the same</translation>
    </message>
    <message>
        <source>适用情形</source>
        <translation>Applies when</translation>
    </message>
    <message>
        <source>受理要点</source>
        <translation>What to check</translation>
    </message>
    <message>
        <source>样表</source>
        <translation>Sample</translation>
    </message>
    <message>
        <source>需签名</source>
        <translation>Signature</translation>
    </message>
    <message>
        <source>需盖章</source>
        <translation>Seal</translation>
    </message>
    <message>
        <source>材料 {n}·{field}</source>
        <translation>Material {n}: {field}</translation>
    </message>
    <message>
        <source>草稿</source>
        <translation>Draft</translation>
    </message>
    <message>
        <source>待复核</source>
        <translation>To approve</translation>
    </message>
    <message>
        <source>已退回</source>
        <translation>Returned</translation>
    </message>
    <message>
        <source>已发布</source>
        <translation>Published</translation>
    </message>
    <message>
        <source>已放弃</source>
        <translation>Given up</translation>
    </message>
    <message>
        <source>＋ 新增 {what}</source>
        <translation>+ new: {what}</translation>
    </message>
    <message>
        <source>－ 删去 {what}</source>
        <translation>− gone: {what}</translation>
    </message>
    <message>
        <source>～ 改 {what}：{old} → {new}</source>
        <translation>~ {what}: {old} → {new}</translation>
    </message>
    <message>
        <source>空</source>
        <translation>empty</translation>
    </message>
    <message>
        <source>即办</source>
        <translation>Decided at once</translation>
    </message>
    <message>
        <source>承诺</source>
        <translation>Promised time</translation>
    </message>
    <message>
        <source>工作日</source>
        <translation>Working days</translation>
    </message>
    <message>
        <source>自然日</source>
        <translation>Calendar days</translation>
    </message>
    <message>
        <source>不收费</source>
        <translation>No fee</translation>
    </message>
    <message>
        <source>收件时</source>
        <translation>On receipt</translation>
    </message>
    <message>
        <source>受理时</source>
        <translation>On acceptance</translation>
    </message>
    <message>
        <source>出证时</source>
        <translation>On issue</translation>
    </message>
    <message>
        <source>公开</source>
        <translation>Open</translation>
    </message>
    <message>
        <source>敏感</source>
        <translation>Sensitive</translation>
    </message>
    <message>
        <source>涉密</source>
        <translation>Secret</translation>
    </message>
    <message>
        <source>部门已确认</source>
        <translation>Confirmed by the department</translation>
    </message>
    <message>
        <source>有公开来源</source>
        <translation>Published source</translation>
    </message>
    <message>
        <source>据法条整理</source>
        <translation>Drawn from statute</translation>
    </message>
    <message>
        <source>未核实</source>
        <translation>Unverified</translation>
    </message>
    <message>
        <source>原件</source>
        <translation>Original</translation>
    </message>
    <message>
        <source>复印件</source>
        <translation>Copy</translation>
    </message>
    <message>
        <source>验原件收复印件</source>
        <translation>Original seen, copy kept</translation>
    </message>
    <message>
        <source>电子件</source>
        <translation>Electronic</translation>
    </message>
    <message>
        <source>必要</source>
        <translation>Required</translation>
    </message>
    <message>
        <source>按情形</source>
        <translation>Depends</translation>
    </message>
    <message>
        <source>可容缺</source>
        <translation>Can be promised</translation>
    </message>
    <message>
        <source>申请人自备</source>
        <translation>Applicant</translation>
    </message>
    <message>
        <source>数据共享</source>
        <translation>Data sharing</translation>
    </message>
    <message>
        <source>前件已交</source>
        <translation>Earlier case</translation>
    </message>
    <message>
        <source>部门核发</source>
        <translation>Issued by department</translation>
    </message>
    <message>
        <source>是</source>
        <translation>Yes</translation>
    </message>
    <message>
        <source>否</source>
        <translation>No</translation>
    </message>
    <message>
        <source>预览</source>
        <translation>Preview</translation>
    </message>
    <message>
        <source>牵头部门</source>
        <translation>Leading department</translation>
    </message>
    <message>
        <source>都要办的事项</source>
        <translation>Matters everybody needs</translation>
    </message>
    <message>
        <source>{message}，{instead}</source>
        <translation>{message}. {instead}</translation>
    </message>
</context>
<context>
    <name>check</name>
    <message>
        <source>申请人</source>
        <translation>Applicant</translation>
    </message>
    <message>
        <source>经办</source>
        <translation>Presenter</translation>
    </message>
    <message>
        <source>事项</source>
        <translation>Matters</translation>
    </message>
    <message>
        <source>材料</source>
        <translation>Materials</translation>
    </message>
    <message>
        <source>容缺</source>
        <translation>Promised</translation>
    </message>
    <message>
        <source>送达</source>
        <translation>Delivery</translation>
    </message>
    <message>
        <source>缴费</source>
        <translation>Fee</translation>
    </message>
    <message>
        <source>等 {n} 人</source>
        <translation>{n} in all</translation>
    </message>
    <message>
        <source>委托书已核</source>
        <translation>authority checked</translation>
    </message>
    <message>
        <source>委托书未核</source>
        <translation>authority not checked</translation>
    </message>
    <message>
        <source>{name}，{date} 前</source>
        <translation>{name}, by {date}</translation>
    </message>
    <message>
        <source>另有 {n} 份</source>
        <translation>{n} more</translation>
    </message>
    <message>
        <source>{state} {n}</source>
        <translation>{state} {n}</translation>
    </message>
    <message>
        <source>无</source>
        <translation>None</translation>
    </message>
    <message>
        <source>{name}：{fault}</source>
        <translation>{name}: {fault}</translation>
    </message>
    <message>
        <source>第 {n} 位申请人</source>
        <translation>Applicant {n}</translation>
    </message>
</context>
<context>
    <name>commands</name>
    <message>
        <source>{file} 第 {n} 行</source>
        <translation>{file} line {n}</translation>
    </message>
    <message>
        <source>{file} 第 {n} 行第 {m} 列</source>
        <translation>{file} line {n}, column {m}</translation>
    </message>
    <message>
        <source>{file} 末尾</source>
        <translation>{file}, at its end,</translation>
    </message>
    <message>
        <source>{file} 第 {n} 行 {place}</source>
        <translation>{file} line {n}, {place}</translation>
    </message>
    <message>
        <source>第 {n} 行：{why}</source>
        <translation>Row {n}: {why}</translation>
    </message>
    <message>
        <source>{file} 打不开（{why}）</source>
        <translation>{file} cannot be opened ({why})</translation>
    </message>
    <message>
        <source>{file} 写不进去（{why}）</source>
        <translation>{file} cannot be written ({why})</translation>
    </message>
    <message>
        <source>{file}：写不进去，请换一个位置（{why}）</source>
        <translation>{file} cannot be written; choose another place ({why})</translation>
    </message>
    <message>
        <source>{file} 不是 UTF-8 编码</source>
        <translation>{file} is not in UTF-8</translation>
    </message>
    <message>
        <source>{at}不是能读懂的 JSON</source>
        <translation>{at} is no JSON that can be read</translation>
    </message>
    <message>
        <source>{at} 不是能读懂的 JSON</source>
        <translation>{at} is no JSON that can be read</translation>
    </message>
    <message>
        <source>{at}不是能读懂的 TOML</source>
        <translation>{at} is no TOML that can be read</translation>
    </message>
    <message>
        <source>{what}，没有导入</source>
        <translation>{what}; nothing was imported</translation>
    </message>
    <message>
        <source>{what}，已跳过</source>
        <translation>{what}; skipped</translation>
    </message>
    <message>
        <source>无</source>
        <translation>none</translation>
    </message>
    <message>
        <source>这台电脑还没有大厅，请先运行 zcdesk setup</source>
        <translation>There is no hall on this PC yet; run zcdesk setup first</translation>
    </message>
    <message>
        <source>检查了 {n} 个文件，没有发现问题</source>
        <translation>Files checked: {n}; nothing to mend</translation>
    </message>
    <message>
        <source>这台电脑还没有大厅的事项目录；加 --shipped 可导出程序自带的目录</source>
        <translation>There is no hall&apos;s catalogue on this PC yet; --shipped exports the one that comes with the program</translation>
    </message>
    <message>
        <source>已导出 {n} 个事项到 {file}</source>
        <translation>Matters exported to {file}: {n}</translation>
    </message>
    <message>
        <source>已发布 {n} 个事项，{same} 个没有变化</source>
        <translation>Matters published: {n}; unchanged: {same}</translation>
    </message>
    <message>
        <source>已提交复核 {n} 个事项，{same} 个没有变化</source>
        <translation>Matters handed in for approval: {n}; unchanged: {same}</translation>
    </message>
    <message>
        <source>已发布 {n} 个一件事套餐，{same} 个没有变化</source>
        <translation>Packages published: {n}; unchanged: {same}</translation>
    </message>
    <message>
        <source>已提交复核 {n} 个一件事套餐，{same} 个没有变化</source>
        <translation>Packages handed in for approval: {n}; unchanged: {same}</translation>
    </message>
    <message>
        <source>{file} 有 {n} 处要改，没有导入</source>
        <translation>{file} was not imported; to mend: {n}</translation>
    </message>
    <message>
        <source>{file}：{row} {field}（{column}）{why}</source>
        <translation>{file}: {row} {field} ({column}): {why}</translation>
    </message>
    <message>
        <source>工作表“{sheet}”第 {n} 行“{column}”太长，单元格放不下</source>
        <translation>Sheet “{sheet}”, row {n}: “{column}” is too long for a cell</translation>
    </message>
    <message>
        <source>{matter} ~ {what}：{old}→{new}</source>
        <translation>{matter} ~ {what}: {old} → {new}</translation>
    </message>
    <message>
        <source>--rule 应是 {known} 之一</source>
        <translation>--rule is one of {known}</translation>
    </message>
    <message>
        <source>--unit 应是 working（工作日）或 calendar（自然日）</source>
        <translation>--unit is working (working days) or calendar (calendar days)</translation>
    </message>
    <message>
        <source>handover 按收件的时点移交，不数日子，请去掉 --days 和 --unit</source>
        <translation>handover goes by the hour taken in and counts no days; leave out --days and --unit</translation>
    </message>
    <message>
        <source>promised 的天数由事项决定，请用 --days 写明</source>
        <translation>The days of promised are the matter&apos;s; give them with --days</translation>
    </message>
    <message>
        <source>--days 应是 0 到 {most} 的整数</source>
        <translation>--days is a whole number from 0 to {most}</translation>
    </message>
    <message>
        <source>--at 应写成时间，如 2026-11-24T10:31 或 2026-11-24T10:31+08:00</source>
        <translation>--at is a time, such as 2026-11-24T10:31 or 2026-11-24T10:31+08:00</translation>
    </message>
    <message>
        <source>handover 要看收件的时刻，{wanted}</source>
        <translation>handover goes by the hour taken in: {wanted}</translation>
    </message>
    <message>
        <source>{due}&#x3000;{why}</source>
        <translation>{due}  {why}</translation>
    </message>
    <message>
        <source>{due}&#x3000;{why}（暂定：有的年度尚未公布放假安排）</source>
        <translation>{due}  {why} (provisional: the holidays of some year are not published yet)</translation>
    </message>
    <message>
        <source>{day}  第 {n} 日  {why}</source>
        <translation>{day}  Day {n}  {why}</translation>
    </message>
    <message>
        <source>{day}  &#x3000;  {why}</source>
        <translation>{day}  -  {why}</translation>
    </message>
    <message>
        <source>请用 --data 写明数据所在的文件夹</source>
        <translation>Give the folder of the data with --data</translation>
    </message>
    <message>
        <source>已导入 {year} 年的安排：放假 {off} 天，调休上班 {on} 天</source>
        <translation>The plan of {year} was imported; holidays: {off}, days worked instead: {on}</translation>
    </message>
    <message>
        <source>已替换 {year} 年的安排：放假 {off} 天，调休上班 {on} 天</source>
        <translation>The plan of {year} was replaced; holidays: {off}, days worked instead: {on}</translation>
    </message>
    <message>
        <source>{at} {field} 缺少或者写得不对</source>
        <translation>{at}: {field} is missing or wrong</translation>
    </message>
    <message>
        <source>{at} days[{row}].date {date} 不属于 {year} 年</source>
        <translation>{at}: days[{row}].date {date} is not in {year}</translation>
    </message>
    <message>
        <source>{file} 的 days 里没有 {year} 年的日子</source>
        <translation>{file} has no day of {year} in days</translation>
    </message>
    <message>
        <source>{at} days[{row}].date {date} 出现两次</source>
        <translation>{at}: days[{row}].date {date} stands there twice</translation>
    </message>
    <message>
        <source>{n} 天超出范围，应在 0 到 {most} 之间</source>
        <translation>{n} days are out of range: 0 to {most}</translation>
    </message>
    <message>
        <source>{year} 年超出日历，应在 {first} 到 {last} 年之间</source>
        <translation>{year} is outside the calendar: {first} to {last}</translation>
    </message>
    <message>
        <source>已写入 {file}（{n} 字节）</source>
        <translation>{file} was written ({n} bytes)</translation>
    </message>
    <message>
        <source>{file} 已生效，版本 {version}；以后打印的文书用它，补打仍用原来的版本</source>
        <translation>{file} is in force, version {version}: papers printed from now on use it, reprints the version they had</translation>
    </message>
    <message>
        <source>字体里没有这些字符，已按编码写出：{codes}</source>
        <translation>The fonts lack these characters; their codes were written instead: {codes}</translation>
    </message>
    <message>
        <source>{file} 没有问题，版本 {version}</source>
        <translation>{file} is in order, version {version}</translation>
    </message>
    <message>
        <source>这里没有可以发布到的大厅</source>
        <translation>There is no hall here to publish to</translation>
    </message>
    <message>
        <source>字体 {name} 缺失，请重新安装</source>
        <translation>Font {name} is missing; install again</translation>
    </message>
    <message>
        <source>没有 {name} 这种文书，zcdesk form list 列出全部</source>
        <translation>There is no paper {name}; zcdesk form list names them all</translation>
    </message>
    <message>
        <source>{file} 太大，不像是一份文书的内容</source>
        <translation>{file} is too large to be what a paper says</translation>
    </message>
    <message>
        <source>{file} 太大，不像是文书用语</source>
        <translation>{file} is too large to be words of papers</translation>
    </message>
    <message>
        <source>应写明版本，如 &quot;2026-12&quot;</source>
        <translation>give the version, such as &quot;2026-12&quot;</translation>
    </message>
    <message>
        <source>没有这一条</source>
        <translation>there is no such entry</translation>
    </message>
    <message>
        <source>不认识 {x}</source>
        <translation>{x} is not known</translation>
    </message>
    <message>
        <source>没有这种文书，应是 {known} 之一</source>
        <translation>there is no such paper; one of {known}</translation>
    </message>
    <message>
        <source>应是文字</source>
        <translation>should be text</translation>
    </message>
    <message>
        <source>花括号里只能是程序给出的名称，如 {days}；花括号要成对</source>
        <translation>braces hold only names the program gives, such as {days}, and come in pairs</translation>
    </message>
    <message>
        <source>应写成 [{x}] 一节</source>
        <translation>should be a section [{x}]</translation>
    </message>
    <message>
        <source>不能留空</source>
        <translation>may not be empty</translation>
    </message>
    <message>
        <source>太长，最多 {n} 字</source>
        <translation>too long: at most {n} characters</translation>
    </message>
    <message>
        <source>含有换行或者控制字符</source>
        <translation>holds a line break or a control character</translation>
    </message>
    <message>
        <source>应是文字，加引号</source>
        <translation>should be text, in quotes</translation>
    </message>
    <message>
        <source>应是 0 或者正整数，不加引号</source>
        <translation>should be 0 or a whole number above it, without quotes</translation>
    </message>
    <message>
        <source>应是 true 或者 false</source>
        <translation>should be true or false</translation>
    </message>
    <message>
        <source>应是日期，如 2026-12-08</source>
        <translation>should be a date, such as 2026-12-08</translation>
    </message>
    <message>
        <source>应是时间，如 2026-11-24T10:31:00+08:00</source>
        <translation>should be a time, such as 2026-11-24T10:31:00+08:00</translation>
    </message>
    <message>
        <source>证件号码和手机号要先遮挡，如 320***********4528、138****6620</source>
        <translation>mask ID and mobile numbers first, such as 320***********4528, 138****6620</translation>
    </message>
    <message>
        <source>二维码内容只能是大写字母、数字和 : . - /</source>
        <translation>a QR code holds only capital letters, digits and : . - /</translation>
    </message>
    <message>
        <source>前后不符，请核对日期和编号</source>
        <translation>does not agree with the rest; check dates and numbers</translation>
    </message>
    <message>
        <source>没有这一栏，是不是 {x}</source>
        <translation>there is no such field; perhaps {x}</translation>
    </message>
    <message>
        <source>没有这一栏</source>
        <translation>there is no such field</translation>
    </message>
    <message>
        <source>没有这一栏，姓名或者名称写在 {x}</source>
        <translation>there is no such field; a name goes into {x}</translation>
    </message>
    <message>
        <source>含有不成对的代理字符</source>
        <translation>holds half of a surrogate pair</translation>
    </message>
    <message>
        <source>应是 {x} 之一</source>
        <translation>should be one of {x}</translation>
    </message>
    <message>
        <source>写得不对</source>
        <translation>is wrong</translation>
    </message>
    <message>
        <source>应是一个 JSON 对象，花括号开头</source>
        <translation>should be a JSON object, beginning with a brace</translation>
    </message>
    <message>
        <source>应是 {x}</source>
        <translation>should be {x}</translation>
    </message>
    <message>
        <source>应是一个对象</source>
        <translation>should be an object</translation>
    </message>
    <message>
        <source>应是一个列表，方括号开头</source>
        <translation>should be a list, beginning with a bracket</translation>
    </message>
    <message>
        <source>应是一个对象，花括号开头</source>
        <translation>should be an object, beginning with a brace</translation>
    </message>
    <message>
        <source>必须填写</source>
        <translation>must be filled in</translation>
    </message>
    <message>
        <source>新增 {a}，改动 {b}，取消 {c}，没有变化 {d}，未导入 {e}</source>
        <translation>new: {a}, changed: {b}, cancelled: {c}, unchanged: {d}, not imported: {e}</translation>
    </message>
    <message>
        <source>共 {n} 个预约</source>
        <translation>Bookings: {n}</translation>
    </message>
    <message>
        <source>{booking}  未取号</source>
        <translation>{booking}  number not taken</translation>
    </message>
    <message>
        <source>{booking}  已取号 {number}</source>
        <translation>{booking}  number taken {number}</translation>
    </message>
    <message>
        <source>{booking}  已取号（迟到） {number}</source>
        <translation>{booking}  number taken (late) {number}</translation>
    </message>
    <message>
        <source>{booking}  已取消</source>
        <translation>{booking}  cancelled</translation>
    </message>
    <message>
        <source>{booking}  失约</source>
        <translation>{booking}  missed</translation>
    </message>
    <message>
        <source>定稿 {n} 份报表</source>
        <translation>Reports frozen: {n}</translation>
    </message>
    <message>
        <source>定稿 {n} 份报表：{names}</source>
        <translation>Reports frozen: {n} ({names})</translation>
    </message>
    <message>
        <source>没有到期的</source>
        <translation>none due</translation>
    </message>
    <message>
        <source>{n} 份报表写在 {folder}</source>
        <translation>Reports written to {folder}: {n}</translation>
    </message>
    <message>
        <source>没有读到口令：从标准输入写一行</source>
        <translation>No secret was read: write it as one line to the standard input</translation>
    </message>
    <message>
        <source>已登记：{name}</source>
        <translation>Kept: {name}</translation>
    </message>
    <message>
        <source>已删除：{name}</source>
        <translation>Forgotten: {name}</translation>
    </message>
    <message>
        <source>{file}：不是能读的 PDF</source>
        <translation>{file} is no PDF that can be read</translation>
    </message>
    <message>
        <source>已用印，印记编号 {serial}：{file}</source>
        <translation>Sealed, number of the seal {serial}: {file}</translation>
    </message>
    <message>
        <source>{file}：读不了</source>
        <translation>{file} cannot be read</translation>
    </message>
    <message>
        <source>{file}：符合 {kind}</source>
        <translation>{file} fits {kind}</translation>
    </message>
    <message>
        <source>没有设置对接：数据文件夹里没有 {file}</source>
        <translation>No exchange is set up: there is no {file} in the data folder</translation>
    </message>
    <message>
        <source>收件通知书</source>
        <translation>Receipt</translation>
    </message>
    <message>
        <source>一次性告知书</source>
        <translation>One-time notice</translation>
    </message>
    <message>
        <source>容缺受理承诺书</source>
        <translation>Signed promise</translation>
    </message>
    <message>
        <source>材料接收凭证</source>
        <translation>Material voucher</translation>
    </message>
    <message>
        <source>汇总清单</source>
        <translation>Summary list</translation>
    </message>
    <message>
        <source>取号单</source>
        <translation>Ticket</translation>
    </message>
    <message>
        <source>交接班单</source>
        <translation>Hand-over sheet of a shift</translation>
    </message>
    <message>
        <source>收件通知书（更正）</source>
        <translation>Receipt (corrected)</translation>
    </message>
    <message>
        <source>收件作废告知书</source>
        <translation>Notice that a receipt is void</translation>
    </message>
    <message>
        <source>受理通知书</source>
        <translation>Notice of acceptance</translation>
    </message>
    <message>
        <source>不予受理通知书</source>
        <translation>Notice of non-acceptance</translation>
    </message>
    <message>
        <source>材料补齐补正通知书</source>
        <translation>Notice of materials to complete or correct</translation>
    </message>
    <message>
        <source>特别程序告知书</source>
        <translation>Notice of a special procedure</translation>
    </message>
    <message>
        <source>延长审批期限告知书</source>
        <translation>Notice of an extended limit</translation>
    </message>
    <message>
        <source>准予行政许可决定书</source>
        <translation>Decision to grant a licence</translation>
    </message>
    <message>
        <source>不予行政许可决定书</source>
        <translation>Decision to refuse a licence</translation>
    </message>
    <message>
        <source>撤回申请书</source>
        <translation>Application to withdraw</translation>
    </message>
    <message>
        <source>终止办理告知书</source>
        <translation>Notice that a case is ended</translation>
    </message>
    <message>
        <source>督办单</source>
        <translation>Reminder</translation>
    </message>
    <message>
        <source>材料交接表</source>
        <translation>Hand-over list of materials</translation>
    </message>
    <message>
        <source>办理结果交接表</source>
        <translation>Hand-over list of results</translation>
    </message>
    <message>
        <source>送达回执</source>
        <translation>Delivery receipt</translation>
    </message>
    <message>
        <source>送达回执移交清单</source>
        <translation>List of delivery receipts passed on</translation>
    </message>
    <message>
        <source>寄递清单</source>
        <translation>Posting list</translation>
    </message>
    <message>
        <source>材料退还清单</source>
        <translation>List of materials given back</translation>
    </message>
    <message>
        <source>二次录入单</source>
        <translation>Re-entry sheet</translation>
    </message>
    <message>
        <source>办件档案移交目录</source>
        <translation>List of files handed to the archive</translation>
    </message>
    <message>
        <source>办事指南</source>
        <translation>Guide</translation>
    </message>
    <message>
        <source>申请材料清单</source>
        <translation>List of materials</translation>
    </message>
    <message>
        <source>办理流程图</source>
        <translation>Chart of the procedure</translation>
    </message>
    <message>
        <source>政务服务报表</source>
        <translation>Report of the hall</translation>
    </message>
    <message>
        <source>窗口人员考核表</source>
        <translation>Staff assessment sheet</translation>
    </message>
    <message>
        <source>个人信息销毁证明</source>
        <translation>Proof that personal data were destroyed</translation>
    </message>
    <message>
        <source>数据恢复纸</source>
        <translation>Recovery paper</translation>
    </message>
    <message>
        <source>{matter} ~ {what}：（空）→{new}</source>
        <translation>{matter} ~ {what}: (empty) → {new}</translation>
    </message>
    <message>
        <source>{matter} ~ {what}：{old}→（空）</source>
        <translation>{matter} ~ {what}: {old} → (empty)</translation>
    </message>
    <message>
        <source>已用印，印记编号 （未给）：{file}</source>
        <translation>Sealed, no number of the seal given: {file}</translation>
    </message>
    <message>
        <source>{matter} + 事项 {name}</source>
        <translation>{matter} + Matter {name}</translation>
    </message>
    <message>
        <source>{matter} - 事项 {name}</source>
        <translation>{matter} - Matter {name}</translation>
    </message>
</context>
<context>
    <name>device-commands</name>
    <message>
        <source>型号：</source>
        <translation>Models:</translation>
    </message>
    <message>
        <source>串口：</source>
        <translation>Serial ports:</translation>
    </message>
    <message>
        <source>没有串口</source>
        <translation>No serial port</translation>
    </message>
    <message>
        <source>{port}  正被 {holder} 使用</source>
        <translation>{port}  in use by {holder}</translation>
    </message>
    <message>
        <source>{port}  型号 {model}</source>
        <translation>{port}  model {model}</translation>
    </message>
    <message>
        <source>{port}  {title}  {url}</source>
        <translation>{port}  {title}  {url}</translation>
    </message>
    <message>
        <source>{model}  {kind}  {title}  {baud}</source>
        <translation>{model}  {kind}  {title}  {baud}</translation>
    </message>
    <message>
        <source>{x}（试验）</source>
        <translation>{x} (experimental)</translation>
    </message>
    <message>
        <source>请把任意证件放在读卡器上……</source>
        <translation>Lay any card on the reader…</translation>
    </message>
    <message>
        <source>没有读到证件</source>
        <translation>No card was read</translation>
    </message>
    <message>
        <source>请在呼叫器上按任意一个键</source>
        <translation>Press any key of a call pad</translation>
    </message>
    <message>
        <source>收到：{n} 号呼叫器 {key}</source>
        <translation>Received: call pad {n}, {key}</translation>
    </message>
    <message>
        <source>{n} 号呼叫器没有回应</source>
        <translation>Call pad {n} does not answer</translation>
    </message>
    <message>
        <source>请扫任意一个码</source>
        <translation>Scan any code</translation>
    </message>
    <message>
        <source>收到：{code}</source>
        <translation>Received: {code}</translation>
    </message>
    <message>
        <source>没有收到扫码</source>
        <translation>No code was received</translation>
    </message>
    <message>
        <source>请听：A零零零号到一号窗口</source>
        <translation>Listen: A000 is called to window 1</translation>
    </message>
    <message>
        <source>请看屏：应显示 {number} 到 1 号窗口</source>
        <translation>Look at the screen: it should show {number} and window 1</translation>
    </message>
    <message>
        <source>请按评价器上任意一个键</source>
        <translation>Press any key of the rating pad</translation>
    </message>
    <message>
        <source>收到：{n} 星</source>
        <translation>Received: {n} star(s)</translation>
    </message>
    <message>
        <source>没有人按键</source>
        <translation>Nobody pressed a key</translation>
    </message>
    <message>
        <source>读到：{who}</source>
        <translation>Read: {who}</translation>
    </message>
    <message>
        <source>选项不对：{why}</source>
        <translation>Wrong option: {why}</translation>
    </message>
    <message>
        <source>选项不对：{options}（{why}）</source>
        <translation>Wrong option: {options} ({why})</translation>
    </message>
    <message>
        <source>那里已有别的文件，不会覆盖，请换一个路径</source>
        <translation>another file is there and is left alone; choose another path</translation>
    </message>
    <message>
        <source>没有这个文件夹</source>
        <translation>there is no such folder</translation>
    </message>
    <message>
        <source>没有权限</source>
        <translation>no permission</translation>
    </message>
    <message>
        <source>那里不能写</source>
        <translation>nothing can be written there</translation>
    </message>
    <message>
        <source>这个端口已被占用，请换一个</source>
        <translation>this port is taken; choose another</translation>
    </message>
    <message>
        <source>不是本机的地址</source>
        <translation>not an address of this PC</translation>
    </message>
    <message>
        <source>读卡记录含个人信息，要记录须加 --reveal</source>
        <translation>Traffic of a card reader holds personal data; recording it needs --reveal</translation>
    </message>
    <message>
        <source>请用 --pty 路径 或 --tcp 主机:端口 指明接在哪里</source>
        <translation>Say where to connect: --pty PATH or --tcp HOST:PORT</translation>
    </message>
    <message>
        <source>--pty 和 --tcp 只能选一个</source>
        <translation>Either --pty or --tcp, not both</translation>
    </message>
    <message>
        <source>--tcp 应为 主机:端口，现为“{x}”</source>
        <translation>--tcp is HOST:PORT, not “{x}”</translation>
    </message>
    <message>
        <source>没有故障“{x}”，应为 名 或 名=数，可用：{known}</source>
        <translation>There is no fault “{x}”; NAME or NAME=VALUE of: {known}</translation>
    </message>
    <message>
        <source>不能接在 {place}：{why}</source>
        <translation>Cannot connect at {place}: {why}</translation>
    </message>
    <message>
        <source>Windows 没有伪终端，请用 --tcp</source>
        <translation>Windows has no pseudo terminals; use --tcp</translation>
    </message>
    <message>
        <source>好</source>
        <translation>done</translation>
    </message>
    <message>
        <source>可用：press 地址 键 [号]、card 名、scan 码、stars 键、say 字节、fault 名…、pull</source>
        <translation>Known: press ADDRESS KEY [NUMBER], card NAME, scan CODE, stars KEY, say BYTES, fault NAME…, pull</translation>
    </message>
    <message>
        <source>没有这个呼叫器或按键</source>
        <translation>There is no such call pad or key</translation>
    </message>
    <message>
        <source>故障：{known}</source>
        <translation>Faults: {known}</translation>
    </message>
    <message>
        <source>没有型号“{x}”，可用：{known}</source>
        <translation>There is no model “{x}”; known: {known}</translation>
    </message>
    <message>
        <source>没有写明型号，可用：{known}</source>
        <translation>No model was named; known: {known}</translation>
    </message>
    <message>
        <source>{name} 应在 {least} 至 {most} 之间，现为 {n}</source>
        <translation>{name} is from {least} to {most}, not {n}</translation>
    </message>
    <message>
        <source>没有选项“{x}”，可用：{known}</source>
        <translation>There is no option “{x}”; known: {known}</translation>
    </message>
    <message>
        <source>选项“{x}”应写成 名=值</source>
        <translation>Write option “{x}” as NAME=VALUE</translation>
    </message>
    <message>
        <source>{name} 的值“{x}”不是数字</source>
        <translation>{name}: “{x}” is no number</translation>
    </message>
    <message>
        <source>{model} 不接收文字，没有可编码的内容</source>
        <translation>{model} takes no text; there is nothing to encode</translation>
    </message>
    <message>
        <source>没有文字，请用 --text 写明要说或要显示的内容</source>
        <translation>No text: give what to say or show with --text</translation>
    </message>
    <message>
        <source>“{x}”不能用，已用“{y}”代替</source>
        <translation>“{x}” cannot be used; “{y}” stands for it</translation>
    </message>
    <message>
        <source>{name} 应为 {known}，现为“{x}”</source>
        <translation>{name} is one of {known}, not “{x}”</translation>
    </message>
    <message>
        <source>{chip} 没有背景音乐，music 只能为 0</source>
        <translation>{chip} has no background music; music can only be 0</translation>
    </message>
    <message>
        <source>内容放不下：{why}</source>
        <translation>The text does not fit: {why}</translation>
    </message>
    <message>
        <source>reply 应为 yes 或 no，现为“{x}”</source>
        <translation>reply is yes or no, not “{x}”</translation>
    </message>
    <message>
        <source>font 应如 O010：语种、编码、字体、字号</source>
        <translation>font is like O010: language, encoding, face, size</translation>
    </message>
    <message>
        <source>window 应为窗口号，现为“{x}”</source>
        <translation>window is a window number, not “{x}”</translation>
    </message>
    <message>
        <source>没有找到 {model} 的完整帧</source>
        <translation>No whole frame of {model} was found</translation>
    </message>
    <message>
        <source>这一帧没有证件内容：{why}</source>
        <translation>This frame holds no card: {why}</translation>
    </message>
    <message>
        <source>读不懂这些字节：{why}</source>
        <translation>These bytes cannot be read: {why}</translation>
    </message>
    <message>
        <source>不是一帧完整的读卡数据：{why}</source>
        <translation>Not a whole frame of a card reader: {why}</translation>
    </message>
    <message>
        <source>证件内容认不出：{why}</source>
        <translation>The card&apos;s content is not known: {why}</translation>
    </message>
    <message>
        <source>不认识类型为“{x}”的证件</source>
        <translation>cards of kind “{x}” are not known</translation>
    </message>
    <message>
        <source>文字应为 {a} 字节，现有 {b} 字节</source>
        <translation>the text has {b} bytes and should have {a}</translation>
    </message>
    <message>
        <source>{at} &lt; {n} 字节</source>
        <translation>{at} &lt; {n} bytes</translation>
    </message>
    <message>
        <source>{at} &gt; {n} 字节</source>
        <translation>{at} &gt; {n} bytes</translation>
    </message>
    <message>
        <source>没有找到帧头 AA AA AA 96 69</source>
        <translation>the head AA AA AA 96 69 was not found</translation>
    </message>
    <message>
        <source>长度字段不对</source>
        <translation>wrong length field</translation>
    </message>
    <message>
        <source>数据不完整，后面缺字节</source>
        <translation>incomplete: bytes are missing at the end</translation>
    </message>
    <message>
        <source>校验码不符</source>
        <translation>the check byte does not fit</translation>
    </message>
    <message>
        <source>帧里的文字和照片长度与数据不符</source>
        <translation>the lengths of text and photo do not fit the data</translation>
    </message>
    <message>
        <source>读卡器收到的校验码不符</source>
        <translation>the reader received a check byte that does not fit</translation>
    </message>
    <message>
        <source>读卡器收到的长度不符</source>
        <translation>the reader received a length that does not fit</translation>
    </message>
    <message>
        <source>读卡器不认识这个命令</source>
        <translation>the reader does not know this command</translation>
    </message>
    <message>
        <source>读卡器报告未知错误</source>
        <translation>the reader reports an unknown fault</translation>
    </message>
    <message>
        <source>证件不认读卡器</source>
        <translation>the card does not accept the reader</translation>
    </message>
    <message>
        <source>读卡器不认证件</source>
        <translation>the reader does not accept the card</translation>
    </message>
    <message>
        <source>证件数据校验不符</source>
        <translation>the card&apos;s data fail their check</translation>
    </message>
    <message>
        <source>不是可以读的证件</source>
        <translation>not a card that can be read</translation>
    </message>
    <message>
        <source>读证件失败</source>
        <translation>reading the card failed</translation>
    </message>
    <message>
        <source>取随机数失败</source>
        <translation>no random number was got</translation>
    </message>
    <message>
        <source>读卡器自检失败</source>
        <translation>the reader&apos;s self-test failed</translation>
    </message>
    <message>
        <source>读卡器未经授权</source>
        <translation>the reader is not authorised</translation>
    </message>
    <message>
        <source>没有找到证件</source>
        <translation>no card was found</translation>
    </message>
    <message>
        <source>选证件失败</source>
        <translation>the card was not selected</translation>
    </message>
    <message>
        <source>证件里没有这项内容</source>
        <translation>the card does not hold this</translation>
    </message>
    <message>
        <source>状态 {x}</source>
        <translation>status {x}</translation>
    </message>
    <message>
        <source>{frame} 帧里没有 {x}；有它的帧：{known}（frame=名）</source>
        <translation>A {frame} frame has no {x}; frames that do: {known} (frame=NAME)</translation>
    </message>
    <message>
        <source>{model} 的帧里没有一个字节的校验，不能换</source>
        <translation>No frame of {model} has a check of one byte, so it cannot be changed</translation>
    </message>
    <message>
        <source>没有这个主机名</source>
        <translation>No such host name</translation>
    </message>
</context>
<context>
    <name>device_place</name>
    <message>
        <source>串口 {place}</source>
        <translation>Serial port {place}</translation>
    </message>
    <message>
        <source>网络 {place}</source>
        <translation>Network {place}</translation>
    </message>
    <message>
        <source>打印队列 {place}</source>
        <translation>Print queue {place}</translation>
    </message>
    <message>
        <source>系统打印机 {place}</source>
        <translation>System printer {place}</translation>
    </message>
    <message>
        <source>文件夹 {place}</source>
        <translation>Folder {place}</translation>
    </message>
    <message>
        <source>拍照程序 {place}</source>
        <translation>Camera program {place}</translation>
    </message>
    <message>
        <source>键盘按键 {place}</source>
        <translation>Keys {place}</translation>
    </message>
    <message>
        <source>模拟</source>
        <translation>Simulated</translation>
    </message>
    <message>
        <source>未连接</source>
        <translation>Not connected</translation>
    </message>
</context>
<context>
    <name>devices</name>
    <message>
        <source>身份证读卡器</source>
        <translation>ID card reader</translation>
    </message>
    <message>
        <source>语音</source>
        <translation>Voice</translation>
    </message>
    <message>
        <source>窗口屏</source>
        <translation>Window screen</translation>
    </message>
    <message>
        <source>呼叫器</source>
        <translation>Call pads</translation>
    </message>
    <message>
        <source>评价器</source>
        <translation>Rating pad</translation>
    </message>
    <message>
        <source>扫码枪</source>
        <translation>Scanner</translation>
    </message>
    <message>
        <source>呼叫器总线</source>
        <translation>Bus of call pads</translation>
    </message>
    <message>
        <source>读卡器</source>
        <translation>Card reader</translation>
    </message>
    <message>
        <source>叫号器</source>
        <translation>Caller</translation>
    </message>
    <message>
        <source>高拍仪</source>
        <translation>Document camera</translation>
    </message>
    <message>
        <source>打印机</source>
        <translation>Printer</translation>
    </message>
    <message>
        <source>备用打印机</source>
        <translation>Second printer</translation>
    </message>
    <message>
        <source>居民身份证读卡器 SAM_V</source>
        <translation>ID card reader SAM_V</translation>
    </message>
    <message>
        <source>语音合成 SYN6288</source>
        <translation>Speech chip SYN6288</translation>
    </message>
    <message>
        <source>语音合成 XFS5152CE</source>
        <translation>Speech chip XFS5152CE</translation>
    </message>
    <message>
        <source>仰邦 BX-5K/5MK/6K 控制卡</source>
        <translation>Onbon BX-5K/5MK/6K controller</translation>
    </message>
    <message>
        <source>扫码枪（串口）</source>
        <translation>Scanner (serial)</translation>
    </message>
    <message>
        <source>双色窗口屏 A0 90（重庆中易）</source>
        <translation>Two-colour window screen A0 90 (Zhongyi)</translation>
    </message>
    <message>
        <source>银达汇智 FE 条屏、大厅屏</source>
        <translation>Yinda Huizhi FE strip and hall screen</translation>
    </message>
    <message>
        <source>浪潮条屏 LcLedComm</source>
        <translation>Inspur strip screen LcLedComm</translation>
    </message>
    <message>
        <source>LED-485 数码屏 ASCII</source>
        <translation>LED-485 digit display, ASCII</translation>
    </message>
    <message>
        <source>LED-485 数码屏 Modbus RTU</source>
        <translation>LED-485 digit display, Modbus RTU</translation>
    </message>
    <message>
        <source>FF 68 呼叫器</source>
        <translation>Call pad FF 68</translation>
    </message>
    <message>
        <source>六字节呼叫器</source>
        <translation>Six-byte call pad</translation>
    </message>
    <message>
        <source>平安力合 V2.1 窗口条屏、大厅屏</source>
        <translation>Ping&apos;an Lihe V2.1 strip and hall screen</translation>
    </message>
    <message>
        <source>评价器 STX/ETX（示例）</source>
        <translation>Rating pad STX/ETX (sample)</translation>
    </message>
    <message>
        <source>瑞泽 RS-485 总线屏</source>
        <translation>Ruize RS-485 bus screen</translation>
    </message>
    <message>
        <source>永泰新欣条屏</source>
        <translation>Yongtai Xinxin strip screen</translation>
    </message>
    <message>
        <source>通用热敏打印机 80 毫米</source>
        <translation>Generic thermal printer, 80 mm</translation>
    </message>
    <message>
        <source>通用热敏打印机 58 毫米</source>
        <translation>Generic thermal printer, 58 mm</translation>
    </message>
    <message>
        <source>热敏#{n}</source>
        <translation>Thermal #{n}</translation>
    </message>
    <message>
        <source>激光</source>
        <translation>Laser</translation>
    </message>
    <message>
        <source>请听、请看：{number} 到 {window} 号窗口</source>
        <translation>Listen and look: {number} to window {window}</translation>
    </message>
    <message>
        <source>评价器收到：{stars} 星</source>
        <translation>The rating pad received {stars} star(s)</translation>
    </message>
    <message>
        <source>取到一页，{n} KB</source>
        <translation>Got a page of {n} KB</translation>
    </message>
    <message>
        <source>读到：{who}</source>
        <translation>Read: {who}</translation>
    </message>
    <message>
        <source>扫到：{text}</source>
        <translation>Scanned: {text}</translation>
    </message>
    <message>
        <source>{address} 号呼叫器按键：{key}</source>
        <translation>Pad {address}, key: {key}</translation>
    </message>
    <message>
        <source>请看打印机：应有一张测试页</source>
        <translation>Look at the printer: there should be a test page</translation>
    </message>
    <message>
        <source>请看打印机：应有一张测试页，数字恰好占满一行，然后切纸；不是这样请换型号</source>
        <translation>Look at the printer: a test page whose digits just fill a line, then a cut; if not, choose another model</translation>
    </message>
    <message>
        <source>请看打印机：应有一张测试页，数字恰好占满一行；不是这样请换型号</source>
        <translation>Look at the printer: a test page whose digits just fill a line; if not, choose another model</translation>
    </message>
    <message>
        <source>呼叫</source>
        <translation>call</translation>
    </message>
    <message>
        <source>重呼</source>
        <translation>recall</translation>
    </message>
    <message>
        <source>过号</source>
        <translation>no-show</translation>
    </message>
    <message>
        <source>暂停</source>
        <translation>pause</translation>
    </message>
    <message>
        <source>{a} 字节，最多 {b} 字节</source>
        <translation>{a} bytes, at most {b}</translation>
    </message>
    <message>
        <source>内容 {a} 字节，最多 {b} 字节</source>
        <translation>content of {a} bytes, at most {b}</translation>
    </message>
    <message>
        <source>写法不对：{error}</source>
        <translation>not well written: {error}</translation>
    </message>
    <message>
        <source>文件读不出</source>
        <translation>the file cannot be read</translation>
    </message>
    <message>
        <source>名字只能用小写字母、数字和 -</source>
        <translation>a name is made of small letters, digits and -</translation>
    </message>
    <message>
        <source>至少要有一条自检</source>
        <translation>at least one self-test is needed</translation>
    </message>
    <message>
        <source>没有 receive.{x}</source>
        <translation>there is no receive.{x}</translation>
    </message>
    <message>
        <source>没有 send.{x}</source>
        <translation>there is no send.{x}</translation>
    </message>
    <message>
        <source>应为 按键号 = 1 至 5 星</source>
        <translation>must be: key number = 1 to 5 stars</translation>
    </message>
    <message>
        <source>没有字段</source>
        <translation>there are no fields</translation>
    </message>
    <message>
        <source>没有事件“{x}”，可用：{known}</source>
        <translation>no event “{x}”; there are: {known}</translation>
    </message>
    <message>
        <source>正则式不对：{error}</source>
        <translation>wrong regular expression: {error}</translation>
    </message>
    <message>
        <source>每个转义应为两个字节</source>
        <translation>each escape must be two bytes</translation>
    </message>
    <message>
        <source>没有名为“{x}”的帧</source>
        <translation>no frame called “{x}”</translation>
    </message>
    <message>
        <source>得到 {made}，应为 {wanted}</source>
        <translation>got {made}, should be {wanted}</translation>
    </message>
    <message>
        <source>自己发出的帧辨认不出来</source>
        <translation>does not recognise the frame it made itself</translation>
    </message>
    <message>
        <source>被当成了 {x}</source>
        <translation>was taken for {x}</translation>
    </message>
    <message>
        <source>{key} 读成 {got}，应为 {wanted}</source>
        <translation>{key} was read as {got}, should be {wanted}</translation>
    </message>
    <message>
        <source>纸宽只能是 58 或 80（毫米）</source>
        <translation>paper is 58 or 80 (mm) wide</translation>
    </message>
    <message>
        <source>{paper} 毫米纸每行应为 {least} 到 {most} 点，且是 8 的倍数</source>
        <translation>{paper} mm paper takes {least} to {most} dots a line, a multiple of 8</translation>
    </message>
    <message>
        <source>走纸应为 0 到 {most} 行</source>
        <translation>feed is 0 to {most} lines</translation>
    </message>
    <message>
        <source>不是串口的速率</source>
        <translation>not a speed of serial ports</translation>
    </message>
    <message>
        <source>应写成 8N1 的样子：数据位、校验、停止位</source>
        <translation>write it like 8N1: data bits, parity, stop bits</translation>
    </message>
    <message>
        <source>不认识“{x}”</source>
        <translation>“{x}” is unknown</translation>
    </message>
    <message>
        <source>缺少“{x}”</source>
        <translation>“{x}” is missing</translation>
    </message>
    <message>
        <source>应为 {wanted}，现为 {got}</source>
        <translation>must be {wanted}, is {got}</translation>
    </message>
    <message>
        <source>“{x}”不是可用的值</source>
        <translation>“{x}” is not a value it takes</translation>
    </message>
    <message>
        <source>“{x}”不是数字</source>
        <translation>“{x}” is no number</translation>
    </message>
    <message>
        <source>{number} 超出 {least} 至 {most}</source>
        <translation>{number} is not within {least} to {most}</translation>
    </message>
    <message>
        <source>{number} 太小</source>
        <translation>{number} is too small</translation>
    </message>
    <message>
        <source>不是地址</source>
        <translation>not an address</translation>
    </message>
    <message>
        <source>不是这种编码的文字</source>
        <translation>not text of this encoding</translation>
    </message>
    <message>
        <source>“{x}”不是数字编码，不能加偏移</source>
        <translation>“{x}” is no encoding of numbers; it takes no offset</translation>
    </message>
    <message>
        <source>没有编码“{x}”，可用：{known}</source>
        <translation>no encoding “{x}”; there are: {known}</translation>
    </message>
    <message>
        <source>颜色“{x}”应为数字</source>
        <translation>colour “{x}” must be a number</translation>
    </message>
    <message>
        <source>不是数字</source>
        <translation>not a number</translation>
    </message>
    <message>
        <source>颜色与字数不符</source>
        <translation>colours do not match the characters</translation>
    </message>
    <message>
        <source>半字节不成对</source>
        <translation>half bytes are not in pairs</translation>
    </message>
    <message>
        <source>不是固定字节</source>
        <translation>not the fixed bytes</translation>
    </message>
    <message>
        <source>长度不对</source>
        <translation>wrong length</translation>
    </message>
    <message>
        <source>没有前导字节</source>
        <translation>no leading bytes</translation>
    </message>
    <message>
        <source>没有结尾</source>
        <translation>no end</translation>
    </message>
    <message>
        <source>太长</source>
        <translation>too long</translation>
    </message>
    <message>
        <source>长度不符</source>
        <translation>length does not agree</translation>
    </message>
    <message>
        <source>校验不符</source>
        <translation>checksum does not agree</translation>
    </message>
    <message>
        <source>转义之后要有固定结尾</source>
        <translation>an escape needs a fixed end</translation>
    </message>
    <message>
        <source>转义不对</source>
        <translation>wrong escape</translation>
    </message>
    <message>
        <source>字段 {x} 重名，请写成 别名={y}:…</source>
        <translation>field {x} stands twice; write alias={y}:…</translation>
    </message>
    <message>
        <source>{x} 的长度无从得知：前面要有 len，或后面紧跟 const</source>
        <translation>length of {x} cannot be known: put len before, or const right behind</translation>
    </message>
    <message>
        <source>一帧里只能有一个长度可变的内容</source>
        <translation>a frame has one part of variable length only</translation>
    </message>
    <message>
        <source>帧里没有任何固定字节或校验，无法辨认</source>
        <translation>no fixed byte or checksum to recognise the frame by</translation>
    </message>
    <message>
        <source>前导字节后面要有内容</source>
        <translation>something must follow the leading bytes</translation>
    </message>
    <message>
        <source>范围里的 {x} 不是这一帧的字段</source>
        <translation>{x} of the range is no field of this frame</translation>
    </message>
    <message>
        <source>范围 {x} 前后颠倒</source>
        <translation>range {x} runs backwards</translation>
    </message>
    <message>
        <source>看不懂“{x}”，应如 const:A0、addr:u8、len:u8(a..b)、check:xor8(a..b)</source>
        <translation>“{x}” is not understood; write const:A0, addr:u8, len:u8(a..b), check:xor8(a..b)</translation>
    </message>
    <message>
        <source>{kind} 要写明范围，如 {example}</source>
        <translation>{kind} needs a range, such as {example}</translation>
    </message>
    <message>
        <source>{kind} 不带范围</source>
        <translation>{kind} takes no range</translation>
    </message>
    <message>
        <source>“{x}”不能写长度</source>
        <translation>“{x}” takes no length</translation>
    </message>
    <message>
        <source>没有校验“{x}”，可用：{known}</source>
        <translation>no checksum “{x}”; there are: {known}</translation>
    </message>
    <message>
        <source>校验“{x}”要写明 :be 或 :le</source>
        <translation>checksum “{x}” needs :be or :le</translation>
    </message>
    <message>
        <source>校验“{x}”只有一个字节</source>
        <translation>checksum “{x}” has one byte only</translation>
    </message>
    <message>
        <source>缺少 {x}</source>
        <translation>{x} is missing</translation>
    </message>
    <message>
        <source>没有命令“{x}”，可用：{known}</source>
        <translation>no command “{x}”; there are: {known}</translation>
    </message>
    <message>
        <source>“{x}”不是这个设备能显示的内容</source>
        <translation>the device cannot show “{x}”</translation>
    </message>
    <message>
        <source>没有校验“{x}”</source>
        <translation>no checksum “{x}”</translation>
    </message>
    <message>
        <source>第 {n} 个字符“{x}”不是十六进制数字</source>
        <translation>character {n}, “{x}”, is no hexadecimal digit</translation>
    </message>
    <message>
        <source>没有给出任何字节</source>
        <translation>no bytes are given</translation>
    </message>
    <message>
        <source>共有 {n} 个十六进制数字，应为双数，可能少了一个</source>
        <translation>{n} hexadecimal digits; their number must be even, one may be missing</translation>
    </message>
    <message>
        <source>{x}（{n} 毫米）</source>
        <translation>{x} ({n} mm)</translation>
    </message>
    <message>
        <source>{x}（{n} 毫米，整张按图形打）</source>
        <translation>{x} ({n} mm, printed as pictures)</translation>
    </message>
    <message>
        <source>{x}（{n} 毫米，{m} 点）</source>
        <translation>{x} ({n} mm, {m} dots)</translation>
    </message>
    <message>
        <source>汉字库为 GB 18030 的热敏打印机</source>
        <translation>Thermal printer with GB 18030 characters</translation>
    </message>
    <message>
        <source>没有汉字库的热敏打印机</source>
        <translation>Thermal printer without Chinese characters</translation>
    </message>
    <message>
        <source>资江 POS-5890 系列</source>
        <translation>Zijiang POS-5890 series</translation>
    </message>
    <message>
        <source>商米 V2</source>
        <translation>Sunmi V2</translation>
    </message>
    <message>
        <source>爱普生 TM-T88IV 中文机型</source>
        <translation>Epson TM-T88IV, Chinese model</translation>
    </message>
    <message>
        <source>资江 ZJ-5870</source>
        <translation>Zijiang ZJ-5870</translation>
    </message>
    <message>
        <source>键盘式评价器（端口处填五个键，如 1,2,3,4,5，满意的在前）</source>
        <translation>Rating keys of a keyboard (write five keys as port, such as 1,2,3,4,5, the best first)</translation>
    </message>
    <message>
        <source>{number} 是别的一段号</source>
        <translation>{number} lies in another range of numbers</translation>
    </message>
    <message>
        <source>不是颜色</source>
        <translation>no colour</translation>
    </message>
    <message>
        <source>颜色不成对</source>
        <translation>the colours are not in pairs</translation>
    </message>
    <message>
        <source>{model} 的帧里没有一个字节的校验，不能换</source>
        <translation>No frame of {model} has a check of one byte, so it cannot be changed</translation>
    </message>
</context>
<context>
    <name>doctor</name>
    <message>
        <source>检查</source>
        <translation>Check</translation>
    </message>
    <message>
        <source>查不了（{why}）</source>
        <translation>cannot be checked ({why})</translation>
    </message>
    <message>
        <source>把这一行告诉信息科</source>
        <translation>Tell IT this line</translation>
    </message>
    <message>
        <source>{faults} 处故障，{cautions} 处注意</source>
        <translation>faults: {faults}, cautions: {cautions}</translation>
    </message>
    <message>
        <source>一切正常</source>
        <translation>All is well</translation>
    </message>
    <message>
        <source>△ 注意</source>
        <translation>△ caution</translation>
    </message>
    <message>
        <source>✓ 正常</source>
        <translation>✓ good</translation>
    </message>
    <message>
        <source>✗ 故障</source>
        <translation>✗ fault</translation>
    </message>
    <message>
        <source>版本</source>
        <translation>Versions</translation>
    </message>
    <message>
        <source>磁盘空间</source>
        <translation>Disk space</translation>
    </message>
    <message>
        <source>只剩 {free} MB</source>
        <translation>only {free} MB left</translation>
    </message>
    <message>
        <source>清理磁盘，否则收件会被拒绝</source>
        <translation>Free the disk, or nothing can be taken in</translation>
    </message>
    <message>
        <source>还剩 {free} MB</source>
        <translation>{free} MB left</translation>
    </message>
    <message>
        <source>请在几天内清理磁盘</source>
        <translation>Free the disk within days</translation>
    </message>
    <message>
        <source>还剩 {free} GB</source>
        <translation>{free} GB left</translation>
    </message>
    <message>
        <source>磁盘写入</source>
        <translation>Disk writes</translation>
    </message>
    <message>
        <source>写不进去（{why}）</source>
        <translation>cannot be written ({why})</translation>
    </message>
    <message>
        <source>检查数据文件夹的权限和磁盘</source>
        <translation>Check the rights of the data folder, and the disk</translation>
    </message>
    <message>
        <source>落盘要 {n} 毫秒</source>
        <translation>a safe write takes {n} ms</translation>
    </message>
    <message>
        <source>换固态硬盘，或检查磁盘健康</source>
        <translation>Use an SSD, or check the disk&apos;s health</translation>
    </message>
    <message>
        <source>落盘 {n} 毫秒</source>
        <translation>a safe write takes {n} ms</translation>
    </message>
    <message>
        <source>时钟</source>
        <translation>Clock</translation>
    </message>
    <message>
        <source>{time}，系统没有说是否自动对时</source>
        <translation>{time}, the system does not say whether it is set automatically</translation>
    </message>
    <message>
        <source>请与手机时间核对一次</source>
        <translation>Compare it with a phone</translation>
    </message>
    <message>
        <source>{time}，已自动对时</source>
        <translation>{time}, set automatically</translation>
    </message>
    <message>
        <source>{time}，没有自动对时</source>
        <translation>{time}, not set automatically</translation>
    </message>
    <message>
        <source>请打开系统的自动对时</source>
        <translation>Turn on automatic time in the system</translation>
    </message>
    <message>
        <source>字体</source>
        <translation>Fonts</translation>
    </message>
    <message>
        <source>缺少 {names}</source>
        <translation>{names} missing</translation>
    </message>
    <message>
        <source>重新安装综窗台</source>
        <translation>Install zcdesk again</translation>
    </message>
    <message>
        <source>五个字体文件齐全</source>
        <translation>all five font files are there</translation>
    </message>
    <message>
        <source>密钥</source>
        <translation>Keys</translation>
    </message>
    <message>
        <source>系统没有密钥库，密钥存在本机的私有文件里</source>
        <translation>the system has no keystore; keys lie in a private file</translation>
    </message>
    <message>
        <source>可用；如有条件请启用系统密钥环</source>
        <translation>Works; better turn on the system&apos;s keyring</translation>
    </message>
    <message>
        <source>存在系统密钥库</source>
        <translation>kept in the system&apos;s keystore</translation>
    </message>
    <message>
        <source>叫号设备</source>
        <translation>Caller</translation>
    </message>
    <message>
        <source>语音盒</source>
        <translation>Voice box</translation>
    </message>
    <message>
        <source>窗口屏</source>
        <translation>Window screen</translation>
    </message>
    <message>
        <source>大厅屏</source>
        <translation>Hall screen</translation>
    </message>
    <message>
        <source>打印机</source>
        <translation>Printer</translation>
    </message>
    <message>
        <source>第二打印机</source>
        <translation>Second printer</translation>
    </message>
    <message>
        <source>读卡器</source>
        <translation>Card reader</translation>
    </message>
    <message>
        <source>扫码枪</source>
        <translation>Scanner</translation>
    </message>
    <message>
        <source>高拍仪</source>
        <translation>Document camera</translation>
    </message>
    <message>
        <source>呼叫器</source>
        <translation>Call pads</translation>
    </message>
    <message>
        <source>评价器</source>
        <translation>Rating pad</translation>
    </message>
    <message>
        <source>数据</source>
        <translation>Data</translation>
    </message>
    <message>
        <source>{data} 里还没有大厅</source>
        <translation>there is no hall in {data} yet</translation>
    </message>
    <message>
        <source>启动综窗台按提示设置，或运行 zcdesk setup</source>
        <translation>Start zcdesk and follow it, or run zcdesk setup</translation>
    </message>
    <message>
        <source>综窗台正在运行，数据由它打开着</source>
        <translation>zcdesk is running and has it open</translation>
    </message>
    <message>
        <source>先备份数据文件夹，再联系信息科</source>
        <translation>Copy the data folder, then call IT</translation>
    </message>
    <message>
        <source>可以打开，本机已记 {n} 条</source>
        <translation>opens; records of this PC: {n}</translation>
    </message>
    <message>
        <source>看说明，必要时联系信息科</source>
        <translation>See the guide; call IT if need be</translation>
    </message>
    <message>
        <source>核验</source>
        <translation>Records</translation>
    </message>
    <message>
        <source>请勿继续收件，联系信息科</source>
        <translation>Take nothing more in; call IT</translation>
    </message>
    <message>
        <source>恢复纸</source>
        <translation>Recovery paper</translation>
    </message>
    <message>
        <source>可以打开本机数据</source>
        <translation>opens this PC&apos;s data</translation>
    </message>
    <message>
        <source>备份</source>
        <translation>Copies</translation>
    </message>
    <message>
        <source>从未备份</source>
        <translation>none was ever made</translation>
    </message>
    <message>
        <source>运行 zcdesk backup set --to 文件夹</source>
        <translation>Run zcdesk backup set --to FOLDER</translation>
    </message>
    <message>
        <source>最近一次是 {at}</source>
        <translation>the last one of {at}</translation>
    </message>
    <message>
        <source>看 U 盘或共享是否还在，运行 zcdesk backup now</source>
        <translation>See whether the stick or share is there; run zcdesk backup now</translation>
    </message>
    <message>
        <source>工作日历</source>
        <translation>Working days</translation>
    </message>
    <message>
        <source>导入的年度通知有一份读不懂</source>
        <translation>a yearly notice that was taken in cannot be read</translation>
    </message>
    <message>
        <source>重新运行 zcdesk calendar import</source>
        <translation>Run zcdesk calendar import again</translation>
    </message>
    <message>
        <source>用 zcdesk calendar import 导入国务院办公厅的年度通知</source>
        <translation>Take in the State Council&apos;s yearly notice with zcdesk calendar import</translation>
    </message>
    <message>
        <source>没有 {years} 年的安排，期限只能暂定</source>
        <translation>no plan for {years}, limits are provisional</translation>
    </message>
    <message>
        <source>{year} 年的安排已有</source>
        <translation>the plan for {year} is there</translation>
    </message>
    <message>
        <source>设备</source>
        <translation>Devices</translation>
    </message>
    <message>
        <source>在“设备”页选型号和端口</source>
        <translation>Choose model and port on the Devices page</translation>
    </message>
    <message>
        <source>还没有配置设备</source>
        <translation>no device is set up</translation>
    </message>
    <message>
        <source>在“设备”页重新选型号和端口</source>
        <translation>Choose model and port anew on the Devices page</translation>
    </message>
    <message>
        <source>检查电源和线，再看“设备”页</source>
        <translation>Check power and cable, then see the Devices page</translation>
    </message>
    <message>
        <source>其他程序</source>
        <translation>another program</translation>
    </message>
    <message>
        <source>按提示处理，再看“设备”页</source>
        <translation>Do what it says, then see the Devices page</translation>
    </message>
    <message>
        <source>在“设备”页做一次测试</source>
        <translation>Make a test on the Devices page</translation>
    </message>
    <message>
        <source>内容被改动</source>
        <translation>content altered</translation>
    </message>
    <message>
        <source>记录头被改动</source>
        <translation>head altered</translation>
    </message>
    <message>
        <source>记录被改动或替换</source>
        <translation>record altered or replaced</translation>
    </message>
    <message>
        <source>记录缺失</source>
        <translation>record missing</translation>
    </message>
    <message>
        <source>记录系事后插入</source>
        <translation>record put in later</translation>
    </message>
    <message>
        <source>大厅次序表与记录不一致</source>
        <translation>the hall&apos;s order and the records differ</translation>
    </message>
    <message>
        <source>编号没有对应的记录</source>
        <translation>number without a record</translation>
    </message>
    <message>
        <source>个人信息记录被改动</source>
        <translation>personal record altered</translation>
    </message>
    <message>
        <source>与数据目录之外的见证不一致</source>
        <translation>differs from the witness outside the data</translation>
    </message>
    <message>
        <source>数据文件损坏</source>
        <translation>data file damaged</translation>
    </message>
    <message>
        <source>与服务器签名的次序不一致</source>
        <translation>differs from the order the server signed</translation>
    </message>
    <message>
        <source>核验 {acts} 条办理记录、{n} 个站点实例，次序到 {position}：全部完好。</source>
        <translation>Checked: records {acts}, incarnations {n}, up to {position}: all whole.</translation>
    </message>
    <message>
        <source>核验 {acts} 条办理记录、{n} 个站点实例：发现 {faults} 处问题。</source>
        <translation>Checked: records {acts}, incarnations {n}: faults {faults}.</translation>
    </message>
    <message>
        <source>{fault}：{where}</source>
        <translation>{fault}: {where}</translation>
    </message>
    <message>
        <source>次序 {n}</source>
        <translation>position {n}</translation>
    </message>
    <message>
        <source>实例 {origin} 第 {n} 条</source>
        <translation>incarnation {origin}, record {n}</translation>
    </message>
    <message>
        <source>已由办理记录重建 {n} 个对象的读取表；{same}。</source>
        <translation>Read tables made again from the acts, subjects: {n}; {same}.</translation>
    </message>
    <message>
        <source>与原有读取表一致</source>
        <translation>they agree with the former ones</translation>
    </message>
    <message>
        <source>原有读取表与记录不符，已更正</source>
        <translation>the former ones did not agree with the acts and were put right</translation>
    </message>
    <message>
        <source>还没有能打开本机数据的：密钥丢失后无法取回</source>
        <translation>none that opens this PC&apos;s data yet: a lost key cannot be had back</translation>
    </message>
    <message>
        <source>{data} 是文件，不是文件夹</source>
        <translation>{data} is a file, not a folder</translation>
    </message>
    <message>
        <source>用 --data 写大厅的数据文件夹</source>
        <translation>Give the hall&apos;s data folder with --data</translation>
    </message>
    <message>
        <source>{n} 个原是另一版本程序的，已更新；{same}</source>
        <translation>{n} of another version were brought up to date; {same}</translation>
    </message>
    <message>
        <source>运行 zcdesk keys paper --by 工号 --out 文件.pdf，打印后存保险柜；已有的，启动一次综窗台</source>
        <translation>Run zcdesk keys paper --by STAFF_NO --out FILE.pdf, print it, keep it in a safe; if there is one, start zcdesk once</translation>
    </message>
    <message>
        <source>与原有读取表一致（{n} 个原是另一版本程序的，已更新）</source>
        <translation>the same as before ({n} came from another version of the program and are up to date now)</translation>
    </message>
</context>
<context>
    <name>duty</name>
    <message>
        <source>大厅实况</source>
        <translation>Live hall</translation>
    </message>
    <message>
        <source>非常满意</source>
        <translation>Very satisfied</translation>
    </message>
    <message>
        <source>满意</source>
        <translation>Satisfied</translation>
    </message>
    <message>
        <source>基本满意</source>
        <translation>Fair</translation>
    </message>
    <message>
        <source>不满意</source>
        <translation>Dissatisfied</translation>
    </message>
    <message>
        <source>非常不满意</source>
        <translation>Very dissatisfied</translation>
    </message>
    <message>
        <source>办理</source>
        <translation>Serving</translation>
    </message>
    <message>
        <source>空闲</source>
        <translation>Idle</translation>
    </message>
    <message>
        <source>暂停</source>
        <translation>Paused</translation>
    </message>
    <message>
        <source>关闭</source>
        <translation>Closed</translation>
    </message>
    <message>
        <source>开放</source>
        <translation>Open</translation>
    </message>
    <message>
        <source>超期督办</source>
        <translation>Reminders</translation>
    </message>
    <message>
        <source>窗口与事项</source>
        <translation>Windows and matters</translation>
    </message>
    <message>
        <source>取号 = 已结束的号</source>
        <translation>Numbers taken = visits ended</translation>
    </message>
    <message>
        <source>办件 = 办理记录中的件</source>
        <translation>Cases = cases of the visits</translation>
    </message>
    <message>
        <source>办件 = 已打印的收件凭证</source>
        <translation>Cases = receipts printed</translation>
    </message>
    <message>
        <source>办件 = 平台编号</source>
        <translation>Cases = platform numbers</translation>
    </message>
    <message>
        <source>应移交 = 已移交</source>
        <translation>Hand-overs due = handed over</translation>
    </message>
    <message>
        <source>办结 = 已到出件窗口的结果</source>
        <translation>Decided = results at the counter</translation>
    </message>
    <message>
        <source>日清</source>
        <translation>Close the day</translation>
    </message>
    <message>
        <source>报表</source>
        <translation>Reports</translation>
    </message>
    <message>
        <source>审计</source>
        <translation>Audit</translation>
    </message>
    <message>
        <source>窗口受理</source>
        <translation>Clerk</translation>
    </message>
    <message>
        <source>导办</source>
        <translation>Guide</translation>
    </message>
    <message>
        <source>代办员</source>
        <translation>Agent officer</translation>
    </message>
    <message>
        <source>审批人员</source>
        <translation>Reviewer</translation>
    </message>
    <message>
        <source>首席代表</source>
        <translation>Chief representative</translation>
    </message>
    <message>
        <source>综合出件</source>
        <translation>Result clerk</translation>
    </message>
    <message>
        <source>主管</source>
        <translation>Supervisor</translation>
    </message>
    <message>
        <source>事项维护员</source>
        <translation>Catalogue editor</translation>
    </message>
    <message>
        <source>管理员</source>
        <translation>Administrator</translation>
    </message>
    <message>
        <source>评价</source>
        <translation>Ratings</translation>
    </message>
    <message>
        <source>投诉咨询</source>
        <translation>Complaints</translation>
    </message>
    <message>
        <source>人员</source>
        <translation>Staff</translation>
    </message>
    <message>
        <source>制度</source>
        <translation>Policies</translation>
    </message>
    <message>
        <source>冲突</source>
        <translation>Conflicts</translation>
    </message>
    <message>
        <source>工作站</source>
        <translation>Stations</translation>
    </message>
    <message>
        <source>安全管理员</source>
        <translation>Security administrator</translation>
    </message>
    <message>
        <source>密钥与销毁</source>
        <translation>Keys and deletion</translation>
    </message>
    <message>
        <source>预约</source>
        <translation>Bookings</translation>
    </message>
</context>
<context>
    <name>errors</name>
    <message>
        <source>重试</source>
        <translation>Try again</translation>
    </message>
    <message>
        <source>查看</source>
        <translation>Show</translation>
    </message>
    <message>
        <source>去处理</source>
        <translation>Go there</translation>
    </message>
    <message>
        <source>稍后办</source>
        <translation>Later</translation>
    </message>
    <message>
        <source>手工录入</source>
        <translation>Enter by hand</translation>
    </message>
    <message>
        <source>另选文件</source>
        <translation>Choose another file</translation>
    </message>
    <message>
        <source>继续办理</source>
        <translation>Go on</translation>
    </message>
    <message>
        <source>挂起</source>
        <translation>Park</translation>
    </message>
    <message>
        <source>重新读取</source>
        <translation>Read again</translation>
    </message>
    <message>
        <source>这一步没有办成，已保存的不受影响。请把 {code} 告诉信息科</source>
        <translation>This step was not done; what is saved is safe. Tell IT {code}</translation>
    </message>
    <message>
        <source>看差异</source>
        <translation>Show changes</translation>
    </message>
    <message>
        <source>按旧版办完</source>
        <translation>Finish with the old list</translation>
    </message>
    <message>
        <source>去核</source>
        <translation>Compare</translation>
    </message>
    <message>
        <source>去补</source>
        <translation>Complete</translation>
    </message>
    <message>
        <source>收纸质并说明</source>
        <translation>Take paper, say why</translation>
    </message>
    <message>
        <source>自愿补充</source>
        <translation>Voluntary</translation>
    </message>
    <message>
        <source>用他的</source>
        <translation>Take theirs</translation>
    </message>
    <message>
        <source>用我的</source>
        <translation>Keep mine</translation>
    </message>
    <message>
        <source>改为 {date}</source>
        <translation>Set {date}</translation>
    </message>
    <message>
        <source>群众屏签字</source>
        <translation>Sign on the screen</translation>
    </message>
    <message>
        <source>打印纸质承诺</source>
        <translation>Print the promise</translation>
    </message>
    <message>
        <source>一表还有 {n} 栏必填：{list}</source>
        <translation>{n} required fields left: {list}</translation>
    </message>
    <message>
        <source>没有“{q}”。换个说法，或按 Tab 按部门查找</source>
        <translation>Nothing for “{q}”; other words, or Tab by department</translation>
    </message>
    <message>
        <source>该事项自 {date} 暂停办理（{dept}）</source>
        <translation>Suspended since {date} ({dept})</translation>
    </message>
    <message>
        <source>材料清单已有第 {v} 版，差异 {n} 项</source>
        <translation>New checklist version {v}, {n} changes</translation>
    </message>
    <message>
        <source>“{name}”没有材料清单，收件须写明原因</source>
        <translation>{name} has no list; give the reason to take it in</translation>
    </message>
    <message>
        <source>本事项请到专业窗口，这里不留任何材料</source>
        <translation>This matter goes to its own window; nothing is kept here</translation>
    </message>
    <message>
        <source>“{name}”已在本次事项中</source>
        <translation>{name} is already among the matters</translation>
    </message>
    <message>
        <source>目录里已没有这个事项，请重新查找</source>
        <translation>The catalogue no longer has this matter; search again</translation>
    </message>
    <message>
        <source>该事项由{department}在 {w} 窗口办理</source>
        <translation>{department} handles this at window {w}</translation>
    </message>
    <message>
        <source>该事项不在大厅综合窗口办理，请联系{department}</source>
        <translation>Not handled at these windows; ask {department}</translation>
    </message>
    <message>
        <source>第 {i} 项要求核对原件，尚未核</source>
        <translation>Row {i} needs the original compared</translation>
    </message>
    <message>
        <source>第 {i} 项要 {n} 份，现有 {m} 份</source>
        <translation>Row {i}: {m} of {n} copies</translation>
    </message>
    <message>
        <source>{src} 没有响应，可请申请人提供</source>
        <translation>{src} gives no answer; take paper</translation>
    </message>
    <message>
        <source>清单外材料不能要求申请人提供</source>
        <translation>Not on the list, cannot be required</translation>
    </message>
    <message>
        <source>第 {i} 项没有存上，其余已保存</source>
        <translation>Row {i} was not saved, the others were</translation>
    </message>
    <message>
        <source>{name} {time} 把第 {i} 项改为“{s}”</source>
        <translation>{name} set row {i} to {s} at {time}</translation>
    </message>
    <message>
        <source>第 {i} 项不要求核对原件</source>
        <translation>Row {i} needs no original</translation>
    </message>
    <message>
        <source>第 {i} 项是必交材料，不能标为不适用</source>
        <translation>Row {i} is required, it cannot be left out</translation>
    </message>
    <message>
        <source>第 {i} 项不能共享调取，请按清单收取</source>
        <translation>Row {i} cannot be shared; take it as listed</translation>
    </message>
    <message>
        <source>已有的材料再要纸质，须写明原因</source>
        <translation>Asking for paper all the same needs a reason</translation>
    </message>
    <message>
        <source>第 {i} 项没有请部门确认，不用登记答复</source>
        <translation>Row {i} was not put to the department</translation>
    </message>
    <message>
        <source>请填部门答复人的姓名</source>
        <translation>Enter the name of the officer who answered</translation>
    </message>
    <message>
        <source>只有一位申请人，不用标记共用</source>
        <translation>Only one applicant; nothing to share</translation>
    </message>
    <message>
        <source>没有第 {i} 项</source>
        <translation>There is no row {i}</translation>
    </message>
    <message>
        <source>第 {i} 项已收，状态未变</source>
        <translation>Row {i} is received already</translation>
    </message>
    <message>
        <source>第 {i} 项本来就要交，请直接收取</source>
        <translation>Row {i} is asked for anyway; just receive it</translation>
    </message>
    <message>
        <source>第 {i} 项须写明原因</source>
        <translation>Row {i} needs the reason</translation>
    </message>
    <message>
        <source>第 {i} 项还没有收</source>
        <translation>Row {i} is not received</translation>
    </message>
    <message>
        <source>第 {i} 项在等部门答复</source>
        <translation>Row {i} waits for the department</translation>
    </message>
    <message>
        <source>第 {i} 项不可容缺（标准化手册规定）</source>
        <translation>Row {i} cannot be promised (handbook)</translation>
    </message>
    <message>
        <source>补齐期限最长 {n} 工作日，即 {date} 前</source>
        <translation>{n} working days at most, until {date}</translation>
    </message>
    <message>
        <source>申请人尚未在承诺上签字</source>
        <translation>The applicant has not signed the promise</translation>
    </message>
    <message>
        <source>{date} 已过，请填今天之后的日期</source>
        <translation>{date} has passed; enter a later date</translation>
    </message>
    <message>
        <source>第 {i} 项补齐期限已过，请改期限</source>
        <translation>The date of row {i} has passed; change it</translation>
    </message>
    <message>
        <source>第 {i} 项容缺还没有定补齐期限</source>
        <translation>Row {i} is promised without a date</translation>
    </message>
    <message>
        <source>第 {i} 项不能容缺：{why}</source>
        <translation>Row {i} cannot be promised: {why}</translation>
    </message>
    <message>
        <source>请写成 2026-12-01 或 12-01</source>
        <translation>Write 2026-12-01 or 12-01</translation>
    </message>
    <message>
        <source>缴费结果未知，件可先收，凭缴费凭证补登</source>
        <translation>Payment unknown; take the case, add the proof later</translation>
    </message>
    <message>
        <source>通知书缺内容，件已保存，请告诉信息科</source>
        <translation>The paper lacks content; the case is saved</translation>
    </message>
    <message>
        <source>通知书里有未遮挡的号码，已停止打印，件已保存</source>
        <translation>An unmasked number stopped the print; the case is saved</translation>
    </message>
    <message>
        <source>二维码内容不合要求，已停止打印，件已保存</source>
        <translation>The code is not fit to print; the case is saved</translation>
    </message>
    <message>
        <source>打印字体“{name}”缺失，件已保存，请重新安装</source>
        <translation>Font {name} is missing; the case is saved</translation>
    </message>
    <message>
        <source>打印机的纸宽设置不对，件已保存</source>
        <translation>The printer&apos;s paper width is set wrong; case saved</translation>
    </message>
    <message>
        <source>换打印机</source>
        <translation>Another printer</translation>
    </message>
    <message>
        <source>看图示</source>
        <translation>Show how</translation>
    </message>
    <message>
        <source>出来了</source>
        <translation>It came out</translation>
    </message>
    <message>
        <source>没有，重打</source>
        <translation>No, print again</translation>
    </message>
    <message>
        <source>选纸盒</source>
        <translation>Choose the tray</translation>
    </message>
    <message>
        <source>重连</source>
        <translation>Reconnect</translation>
    </message>
    <message>
        <source>选端口</source>
        <translation>Choose the port</translation>
    </message>
    <message>
        <source>认屏</source>
        <translation>Identify screens</translation>
    </message>
    <message>
        <source>Win+P 选“扩展”</source>
        <translation>Win+P, choose Extend</translation>
    </message>
    <message>
        <source>改串口图示</source>
        <translation>How to use the serial mode</translation>
    </message>
    <message>
        <source>重扫</source>
        <translation>Scan again</translation>
    </message>
    <message>
        <source>保留</source>
        <translation>Keep</translation>
    </message>
    <message>
        <source>读卡器断开，可手工录入</source>
        <translation>Card reader unplugged; enter by hand</translation>
    </message>
    <message>
        <source>打印机缺纸。编号已生成，件已保存</source>
        <translation>Out of paper. The case has its number and is saved</translation>
    </message>
    <message>
        <source>纸将用尽，请备好新纸</source>
        <translation>Paper is low</translation>
    </message>
    <message>
        <source>打印机盖未合上，件已保存</source>
        <translation>The cover is open; the case is saved</translation>
    </message>
    <message>
        <source>打印机没有回应，不确定是否出纸。纸出来了吗</source>
        <translation>No answer from the printer. Did paper come out?</translation>
    </message>
    <message>
        <source>{doc} 需 A4 纸，当前为 {size}</source>
        <translation>{doc} needs A4, the tray holds {size}</translation>
    </message>
    <message>
        <source>没有可用的打印机，件已保存，可稍后补打</source>
        <translation>No printer at hand; the case is saved</translation>
    </message>
    <message>
        <source>没有打印出来，件已保存</source>
        <translation>Not printed; the case is saved</translation>
    </message>
    <message>
        <source>没有找到这张纸的打印记录，请从件里补打</source>
        <translation>No such print job; reprint from the case</translation>
    </message>
    <message>
        <source>本机没有设置打印机，件已保存，可稍后补打</source>
        <translation>No printer is set up here; the case is saved, print later</translation>
    </message>
    <message>
        <source>叫号器断开，叫号照常，请口头叫号</source>
        <translation>Caller unplugged; the queue works, call aloud</translation>
    </message>
    <message>
        <source>{port} 正被其他程序使用</source>
        <translation>{port} is used by another program</translation>
    </message>
    <message>
        <source>群众屏断开，已停止显示，请口头核对信息</source>
        <translation>Citizen screen gone; confirm orally</translation>
    </message>
    <message>
        <source>两块屏显示相同，群众会看到您的屏幕</source>
        <translation>Both screens show the same; citizens see yours</translation>
    </message>
    <message>
        <source>没有这种设备地址，请从列表里选</source>
        <translation>Unknown device address; choose from the list</translation>
    </message>
    <message>
        <source>{device} 没有回应，其他工作照常，请看电源和连线</source>
        <translation>{device} gives no answer; other work goes on. Check power and cable</translation>
    </message>
    <message>
        <source>{port} 上的设备断开，其他照常，插好后自动重连</source>
        <translation>The device at {port} is gone; it reconnects by itself</translation>
    </message>
    <message>
        <source>{port} 正被“{by}”使用，请先关闭那个程序</source>
        <translation>{port} is used by {by}; close that program first</translation>
    </message>
    <message>
        <source>没有找到 {port}，请看连线或另选端口</source>
        <translation>{port} is not there; check the cable or choose another</translation>
    </message>
    <message>
        <source>本机用户无权使用 {port}，请联系信息科</source>
        <translation>This user may not open {port}; call IT</translation>
    </message>
    <message>
        <source>扫码内容被输入法改写，请切到英文再扫</source>
        <translation>The input method changed the scan; switch to English</translation>
    </message>
    <message>
        <source>这是{given}，请扫{wanted}</source>
        <translation>This is a {given}; scan the {wanted}</translation>
    </message>
    <message>
        <source>第 {p} 页偏斜或过暗，部门可能退回</source>
        <translation>Page {p} is poor; the department may return it</translation>
    </message>
    <message>
        <source>高拍仪下没有纸，请放好再扫</source>
        <translation>No page under the camera; place it and scan again</translation>
    </message>
    <message>
        <source>扫码没有结束符，未采用。请给扫码枪设回车后缀</source>
        <translation>The scan had no end; set the gun to send Enter</translation>
    </message>
    <message>
        <source>没有这个编码的记录，请核对后再扫</source>
        <translation>No record of this code; check and scan again</translation>
    </message>
    <message>
        <source>比较</source>
        <translation>Compare</translation>
    </message>
    <message>
        <source>继续等</source>
        <translation>Wait</translation>
    </message>
    <message>
        <source>取消读取</source>
        <translation>Stop reading</translation>
    </message>
    <message>
        <source>主管解锁</source>
        <translation>Supervisor unlocks</translation>
    </message>
    <message>
        <source>从备份恢复</source>
        <translation>Restore a backup</translation>
    </message>
    <message>
        <source>重新启动</source>
        <translation>Restart</translation>
    </message>
    <message>
        <source>去校时</source>
        <translation>Set the clock</translation>
    </message>
    <message>
        <source>去设置</source>
        <translation>Set up</translation>
    </message>
    <message>
        <source>网络断开，已转本机继续办理，待同步 {n} 件</source>
        <translation>Network lost. Work goes on here, {n} to sync</translation>
    </message>
    <message>
        <source>网络恢复，{n} 件已同步</source>
        <translation>Back online, {n} synced</translation>
    </message>
    <message>
        <source>{no} 在别处已改，请选择保留哪一份</source>
        <translation>{no} was changed elsewhere; choose one</translation>
    </message>
    <message>
        <source>读取较慢，可先办下一步</source>
        <translation>Reading is slow; you may go on</translation>
    </message>
    <message>
        <source>本机第 {seq} 条记录与大厅的不同，请联系信息科</source>
        <translation>Record {seq} differs from the hall&apos;s; call IT</translation>
    </message>
    <message>
        <source>口令连续 {n} 次不符，{m} 分钟后再试</source>
        <translation>{n} wrong passwords; try again in {m} min</translation>
    </message>
    <message>
        <source>工号或口令不符，请再输一次</source>
        <translation>Staff number or password does not match</translation>
    </message>
    <message>
        <source>您已在本窗口，不用顶岗</source>
        <translation>You work at this window already</translation>
    </message>
    <message>
        <source>数据库文件受损，已停止写入。请从备份恢复</source>
        <translation>The store is damaged; writing stopped. Restore a backup</translation>
    </message>
    <message>
        <source>数据来自更新的版本，未作改动。请升级本程序</source>
        <translation>The data are from a newer version; nothing changed</translation>
    </message>
    <message>
        <source>本机已有一个综窗台在用这份数据，请用那个窗口</source>
        <translation>Another window of this PC uses these data</translation>
    </message>
    <message>
        <source>磁盘已满，这一步没有存上，之前的都在。请腾出空间</source>
        <translation>Disk full; this step is not saved, earlier ones are</translation>
    </message>
    <message>
        <source>磁盘只读，这一步没有存上，之前的都在</source>
        <translation>Read-only disk; this step is not saved, earlier ones are</translation>
    </message>
    <message>
        <source>磁盘读写出错，这一步没有存上，请联系信息科</source>
        <translation>Disk fault; this step is not saved; call IT</translation>
    </message>
    <message>
        <source>数据库组件太旧，未打开数据。请重新安装</source>
        <translation>The database part is too old; install again</translation>
    </message>
    <message>
        <source>数据文件被移走或换过，已停止写入，请重新启动</source>
        <translation>The data file was moved; writing stopped; restart</translation>
    </message>
    <message>
        <source>本机还没有设置大厅，请先完成设置</source>
        <translation>The hall is not set up yet</translation>
    </message>
    <message>
        <source>没有 {window} 号窗口，请核对本机设置</source>
        <translation>There is no window {window}; check the settings</translation>
    </message>
    <message>
        <source>没有工号 {staff_no}，请核对</source>
        <translation>There is no staff number {staff_no}</translation>
    </message>
    <message>
        <source>本机时间倒退了，记录已标明。请校准时间</source>
        <translation>The clock went back; records are marked. Set it</translation>
    </message>
    <message>
        <source>数据是从旧备份恢复的，已另起编号，可继续办理</source>
        <translation>Restored from an older copy; new numbers begin</translation>
    </message>
    <message>
        <source>数据是从另一台机器复制的，已另起编号</source>
        <translation>Copied from another PC; new numbers begin</translation>
    </message>
    <message>
        <source>本机版本较旧，这一件只能查看。请升级</source>
        <translation>This program is older; the case is read-only here</translation>
    </message>
    <message>
        <source>写不进防篡改记录，已停止写入，请联系信息科</source>
        <translation>The witness cannot be written; writing stopped; call IT</translation>
    </message>
    <message>
        <source>没有找到数据文件，请先完成设置或恢复备份</source>
        <translation>No data found; set up or restore a backup</translation>
    </message>
    <message>
        <source>这个文件夹里已有数据，未作改动。请另选文件夹</source>
        <translation>This folder holds data already; choose another</translation>
    </message>
    <message>
        <source>这一步没有办成，已保存的都在。编号 {number}</source>
        <translation>This step did not work; saved work is safe. No. {number}</translation>
    </message>
    <message>
        <source>“{file}”不是能读的设置文件，请核对</source>
        <translation>{file} is no readable answers file</translation>
    </message>
    <message>
        <source>“{file}”打不开，请换一个位置</source>
        <translation>{file} cannot be opened; use another place</translation>
    </message>
    <message>
        <source>行政区划应为 6 位数字，现为“{given}”</source>
        <translation>The region has 6 digits, not “{given}”</translation>
    </message>
    <message>
        <source>请填大厅名称和每个人的工号、姓名</source>
        <translation>Enter the hall&apos;s name and everyone&apos;s number and name</translation>
    </message>
    <message>
        <source>本机窗口 {window} 不在窗口列表里</source>
        <translation>Window {window} is not in the list</translation>
    </message>
    <message>
        <source>至少要有一名管理员</source>
        <translation>At least one administrator is needed</translation>
    </message>
    <message>
        <source>大厅已经设置过，未作改动</source>
        <translation>The hall is set up already; nothing changed</translation>
    </message>
    <message>
        <source>目录里没有事项 {key}，请核对</source>
        <translation>The catalogue has no matter {key}</translation>
    </message>
    <message>
        <source>事项 {key} 没有材料“{material}”，请核对</source>
        <translation>Matter {key} has no material “{material}”</translation>
    </message>
    <message>
        <source>“{file}”打不开，日历未变</source>
        <translation>{file} cannot be opened; the calendar is unchanged</translation>
    </message>
    <message>
        <source>“{file}”第 {line} 行读不懂，日历未变</source>
        <translation>Line {line} of {file} is unreadable; nothing changed</translation>
    </message>
    <message>
        <source>“{file}”的 {field} 一栏不对，日历未变</source>
        <translation>{file}: {field} is wrong; nothing changed</translation>
    </message>
    <message>
        <source>“{file}”第 {row} 行 {date} 不属于 {year} 年，日历未变</source>
        <translation>{file} row {row}: {date} is not in {year}</translation>
    </message>
    <message>
        <source>“{file}”里没有 {year} 年的日子，日历未变</source>
        <translation>{file} holds no day of {year}</translation>
    </message>
    <message>
        <source>“{file}”第 {row} 行 {date} 出现两次，日历未变</source>
        <translation>{file} row {row}: {date} stands twice</translation>
    </message>
    <message>
        <source>法定节日表“{file}”缺失，请重新安装</source>
        <translation>The table {file} is missing; install again</translation>
    </message>
    <message>
        <source>{n} 天超出范围，应在 0 到 {most} 之间</source>
        <translation>{n} days is out of range, 0 to {most}</translation>
    </message>
    <message>
        <source>{year} 年超出日历范围（{first}—{last}）</source>
        <translation>{year} is outside the calendar ({first}–{last})</translation>
    </message>
    <message>
        <source>时限“{rule}”还没有天数，请填</source>
        <translation>The limit {rule} has no days yet</translation>
    </message>
    <message>
        <source>“{name}”属兜底表述，请写明材料名称</source>
        <translation>“{name}” is catch-all wording; name the paper</translation>
    </message>
    <message>
        <source>“{file}”读不懂：{reason}</source>
        <translation>{file} is unreadable: {reason}</translation>
    </message>
    <message>
        <source>“{file}”第 {row} 行“{field}”：{reason}</source>
        <translation>{file} row {row}, {field}: {reason}</translation>
    </message>
    <message>
        <source>工作表“{sheet}”第 {row} 行“{column}”太长</source>
        <translation>Sheet {sheet} row {row}: {column} is too long</translation>
    </message>
    <message>
        <source>“{file}”写不进去，请换一个位置</source>
        <translation>{file} cannot be written; use another place</translation>
    </message>
    <message>
        <source>转移</source>
        <translation>Transfer</translation>
    </message>
    <message>
        <source>作废</source>
        <translation>Void</translation>
    </message>
    <message>
        <source>再播</source>
        <translation>Play again</translation>
    </message>
    <message>
        <source>缺</source>
        <translation>Missing</translation>
    </message>
    <message>
        <source>现在没有人等候，有人取号会自动提示</source>
        <translation>Nobody is waiting; a new ticket will be announced</translation>
    </message>
    <message>
        <source>{no} 已被 {w} 号窗口呼叫，请呼叫下一位</source>
        <translation>{no} was called by window {w}; call the next one</translation>
    </message>
    <message>
        <source>{no} 已排到您，但语音未播出，请口头叫号</source>
        <translation>Voice not played for {no}; call it out</translation>
    </message>
    <message>
        <source>{no} 的事项本窗口不办，应到 {w} 号窗口</source>
        <translation>{no} is not handled here; window {w} does</translation>
    </message>
    <message>
        <source>本件未完成，还差 {n} 项</source>
        <translation>This visit is not finished; {n} left</translation>
    </message>
    <message>
        <source>刚刚叫过，隔 {n} 秒可以重呼</source>
        <translation>Just called; recall after {n} s</translation>
    </message>
    <message>
        <source>{no} 已不在等候，号码未动，请另选</source>
        <translation>{no} is no longer waiting; choose another</translation>
    </message>
    <message>
        <source>请选另一个窗口或类别再转移</source>
        <translation>Choose another window or category to transfer to</translation>
    </message>
    <message>
        <source>大厅没有“{category}”这一类，请另选类别</source>
        <translation>The hall has no category {category}; choose another</translation>
    </message>
    <message>
        <source>{no} 还在办理，已保存。请先挂起或办完</source>
        <translation>{no} is still open and saved; park or finish it first</translation>
    </message>
    <message>
        <source>暂停窗口须写明原因，群众屏会显示</source>
        <translation>A pause needs its reason</translation>
    </message>
    <message>
        <source>没有读到证件，请移开再放一次</source>
        <translation>No card read; lift it and place it again</translation>
    </message>
    <message>
        <source>身份证号第 18 位与前 17 位不符，请核对</source>
        <translation>Digit 18 does not match the first 17</translation>
    </message>
    <message>
        <source>身份证号现有 {n} 位，应为 18 位</source>
        <translation>{n} digits, 18 needed</translation>
    </message>
    <message>
        <source>证件已于 {date} 到期，按手册{rule}</source>
        <translation>The card expired on {date}: {rule}</translation>
    </message>
    <message>
        <source>姓名含生僻字，已按读卡原码保存并留图</source>
        <translation>Rare character kept as read, with its picture</translation>
    </message>
    <message>
        <source>第 {i} 位“{char}”不会出现在该号码里，请核对</source>
        <translation>Character {i} “{char}” cannot stand there</translation>
    </message>
    <message>
        <source>号码里的出生日期不存在，请核对</source>
        <translation>The birth date in the number does not exist</translation>
    </message>
    <message>
        <source>号码里的出生日期在今天之后，请核对</source>
        <translation>The birth date in the number lies ahead</translation>
    </message>
    <message>
        <source>号码前两位不是省级代码，请核对</source>
        <translation>The first two digits name no province</translation>
    </message>
    <message>
        <source>{label}现有 {n} 位，应为 {need} 位</source>
        <translation>{label}: {n} characters, {need} needed</translation>
    </message>
    <message>
        <source>这是{label}的号码，已按{label}登记</source>
        <translation>This is the number of a {label}; entered as such</translation>
    </message>
    <message>
        <source>信用代码第 18 位与前 17 位不符，请核对</source>
        <translation>Character 18 of the credit code does not match</translation>
    </message>
    <message>
        <source>信用代码中的机构代码校验不符，请核对</source>
        <translation>The organisation part of the code does not match</translation>
    </message>
    <message>
        <source>护照号码与常见格式不同，请对照护照核对</source>
        <translation>Unusual passport number; compare with the passport</translation>
    </message>
    <message>
        <source>手机号现有 {n} 位，应为 {need} 位</source>
        <translation>Mobile number has {n} digits, {need} needed</translation>
    </message>
    <message>
        <source>没有这样开头的电话号码，请核对</source>
        <translation>No phone number begins like this</translation>
    </message>
    <message>
        <source>区号后现有 {n} 位，应为 {need} 位</source>
        <translation>{n} digits after the area code, {need} needed</translation>
    </message>
    <message>
        <source>第 {i} 个字（{hex}）是自造字，已按原码保存</source>
        <translation>Character {i} ({hex}) is private; kept as read</translation>
    </message>
    <message>
        <source>名称有 {n} 个字，最多 {most} 个</source>
        <translation>The name has {n} characters, {most} at most</translation>
    </message>
    <message>
        <source>第 {i} 个字符“{char}”在姓名里少见，请核对</source>
        <translation>Character {i} “{char}” is unusual in a name</translation>
    </message>
    <message>
        <source>请填姓名或名称</source>
        <translation>Enter the name</translation>
    </message>
    <message>
        <source>申请人还没有姓名和证件号，请读卡或录入</source>
        <translation>The applicant has no name and number yet</translation>
    </message>
    <message>
        <source>请填联系电话，结果出来要通知</source>
        <translation>Enter a phone number for the result</translation>
    </message>
    <message>
        <source>本机没有设置读卡器，请手工录入</source>
        <translation>No card reader is set up here; enter by hand</translation>
    </message>
    <message>
        <source>代办须核验委托书，请确认已核</source>
        <translation>Acting for someone: check the letter of authority</translation>
    </message>
    <message>
        <source>经办人还没有姓名和证件号，请读卡或录入</source>
        <translation>The person present has no name and number yet</translation>
    </message>
    <message>
        <source>一次办 {n} 位申请人，请填经办人</source>
        <translation>{n} applicants: enter who presents for them</translation>
    </message>
    <message>
        <source>选了邮寄，请填收件地址</source>
        <translation>By post: enter the address</translation>
    </message>
    <message>
        <source>“{file}”打不开，未读入。请用本系统的名单模板</source>
        <translation>{file} cannot be read; use the roster template</translation>
    </message>
    <message>
        <source>“{file}”正被其他程序打开，请关闭后再读</source>
        <translation>{file} is open in another program; close it</translation>
    </message>
    <message>
        <source>没有找到姓名、证件号两列，现有：{heads}</source>
        <translation>No columns for name and number; found: {heads}</translation>
    </message>
    <message>
        <source>“{file}”里没有人，未读入</source>
        <translation>{file} holds nobody</translation>
    </message>
    <message>
        <source>一次最多 {most} 位申请人，未读入，请分次办</source>
        <translation>{most} applicants at most; split them</translation>
    </message>
    <message>
        <source>“{file}”读写不了，请换一个位置</source>
        <translation>{file} cannot be read or written; use another place</translation>
    </message>
    <message>
        <source>与第 {row} 行证件号相同，只留一行</source>
        <translation>Same number as row {row}; keep one</translation>
    </message>
    <message>
        <source>此人已在本次申请人中</source>
        <translation>This person is already an applicant</translation>
    </message>
    <message>
        <source>证件号被表格改成了数字，末几位已丢，请按文本重填</source>
        <translation>The sheet turned the number into a figure; enter it as text</translation>
    </message>
    <message>
        <source>没有证件号，请补填</source>
        <translation>No number; enter it</translation>
    </message>
    <message>
        <source>证件类型“{kind}”不认识，已按号码判断</source>
        <translation>Unknown kind “{kind}”; judged by the number</translation>
    </message>
    <message>
        <source>通知书的日期或者编号前后不符，已停止打印，件已保存</source>
        <translation>Dates or numbers of the paper disagree; the case is saved</translation>
    </message>
    <message>
        <source>编号“{number}”重复，请改成不同的编号</source>
        <translation>“{number}” is used twice; choose another number</translation>
    </message>
    <message>
        <source>读卡器未授权，可手工录入，请通知信息科</source>
        <translation>The reader is not authorised; enter by hand</translation>
    </message>
    <message>
        <source>证件芯片内容读不懂，可手工录入</source>
        <translation>The card&apos;s content is unreadable; enter by hand</translation>
    </message>
    <message>
        <source>读卡器不认这张证件，可手工录入</source>
        <translation>The reader refuses this card; enter by hand</translation>
    </message>
    <message>
        <source>“{device}”没有接受指令，请检查型号和地址</source>
        <translation>{device} refused the command; check model and address</translation>
    </message>
    <message>
        <source>设备文件“{file}”第 {line} 行 {place}：{why}</source>
        <translation>Profile {file}, line {line}, {place}: {why}</translation>
    </message>
    <message>
        <source>设备文件“{file}”第 {line} 行自检不符：{why}</source>
        <translation>Profile {file}, line {line}: self-test fails: {why}</translation>
    </message>
    <message>
        <source>这段文字设备显示不了：{why}</source>
        <translation>The device cannot show this text: {why}</translation>
    </message>
    <message>
        <source>本机记录与大厅已有的不同，已另起编号重新上报，可继续办理</source>
        <translation>This PC&apos;s records differ from the hall&apos;s; sent again under new numbers</translation>
    </message>
    <message>
        <source>本机编号段已用完，联网后自动领取</source>
        <translation>No number codes left here; fetched once online</translation>
    </message>
    <message>
        <source>未联网，只能叫本窗口已领的号</source>
        <translation>Offline: only numbers held by this window</translation>
    </message>
    <message>
        <source>上报的记录中间有缺，服务器未收，已保存在本机</source>
        <translation>A gap in what was sent; kept here</translation>
    </message>
    <message>
        <source>记录属于别的大厅，服务器未收，已保存在本机</source>
        <translation>Records of another hall; kept here</translation>
    </message>
    <message>
        <source>一条记录过大，服务器未收，已保存在本机</source>
        <translation>A record is too large; kept here</translation>
    </message>
    <message>
        <source>收到的记录校验不符，未采用，请通知信息科</source>
        <translation>Received records do not verify; not used</translation>
    </message>
    <message>
        <source>这个数据库不是本系统的大厅库，未作改动</source>
        <translation>That database is no hall of ours; nothing changed</translation>
    </message>
    <message>
        <source>服务器数据库版本过旧，请先升级服务器</source>
        <translation>The server&apos;s database is too old; upgrade it first</translation>
    </message>
    <message>
        <source>内置数据库不能以 root 运行，请换普通用户</source>
        <translation>The embedded server refuses to run as root</translation>
    </message>
    <message>
        <source>内置数据库没有启动，请查看服务器日志</source>
        <translation>The embedded server did not start; see its log</translation>
    </message>
    <message>
        <source>没有名为“{role}”的工作站</source>
        <translation>No station called {role}</translation>
    </message>
    <message>
        <source>服务器上没有大厅“{hall}”</source>
        <translation>No hall {hall} on the server</translation>
    </message>
    <message>
        <source>名称“{role}”已用或不合要求，请换一个</source>
        <translation>“{role}” is taken or not allowed</translation>
    </message>
    <message>
        <source>连上的是旧服务器，未上报，请通知信息科</source>
        <translation>An older server answered; nothing was sent</translation>
    </message>
    <message>
        <source>服务器不认识本机，本机继续办理，请登记工作站</source>
        <translation>The server does not know this station</translation>
    </message>
    <message>
        <source>本机已被停用，记录仍在本机，请通知信息科</source>
        <translation>This station was revoked; records stay here</translation>
    </message>
    <message>
        <source>连不上服务器，本机继续办理，联网后自动上报</source>
        <translation>Server out of reach; work goes on here</translation>
    </message>
    <message>
        <source>本机没有服务器登录文件“{file}”，请重新登记</source>
        <translation>No login file {file}; enrol this station again</translation>
    </message>
    <message>
        <source>本机已加入服务器，无需再迁移</source>
        <translation>This PC has joined a server already</translation>
    </message>
    <message>
        <source>服务器上的大厅“{hall}”与本机不同，未迁移</source>
        <translation>The server&apos;s hall {hall} differs; nothing moved</translation>
    </message>
    <message>
        <source>目标数据库不是空的，未恢复</source>
        <translation>The target database is not empty; nothing restored</translation>
    </message>
    <message>
        <source>备份文件“{file}”已损坏，未恢复</source>
        <translation>Backup file {file} is damaged; nothing restored</translation>
    </message>
    <message>
        <source>“{device}”正忙，这次没有显示，请稍后再试</source>
        <translation>{device} is busy and did not show it; try again later</translation>
    </message>
    <message>
        <source>这次办理已经评价过，一次办理只评一次，谢谢</source>
        <translation>This visit was rated already; one visit, one rating. Thank you</translation>
    </message>
    <message>
        <source>没有找到这次办理，请扫收件通知书上的二维码再评</source>
        <translation>No such visit; scan the code of the receipt and rate again</translation>
    </message>
    <message>
        <source>您已经取过 {no}，请勿重复取号，请留意叫号</source>
        <translation>You already hold {no}; wait until it is called</translation>
    </message>
    <message>
        <source>结束今日排队由值班主管、导办或管理员操作</source>
        <translation>Ending the day&apos;s queue is for the supervisor, the guide or the administrator</translation>
    </message>
    <message>
        <source>连不上“{place}”，窗口照常办理，稍后自动再试</source>
        <translation>{place} cannot be reached; work goes on, tried again later</translation>
    </message>
    <message>
        <source>“{place}” {seconds} 秒内没有答复，稍后自动再试</source>
        <translation>{place} did not answer within {seconds} s; tried again later</translation>
    </message>
    <message>
        <source>“{place}”没有接受，答复代码 {status}，请查对接设置</source>
        <translation>{place} refused with status {status}; check the settings</translation>
    </message>
    <message>
        <source>“{place}”的答复读不懂，未采用，请告诉对方维护单位</source>
        <translation>The answer of {place} is unreadable and was not used</translation>
    </message>
    <message>
        <source>“{place}”要转到别的地址，未发送，请核对地址</source>
        <translation>{place} points to another address; nothing was sent there</translation>
    </message>
    <message>
        <source>对接设置“{file}”有一处要改：{why}</source>
        <translation>Settings {file}: {why}</translation>
    </message>
    <message>
        <source>没有名为“{name}”的口令，请用 exchange secret 登记</source>
        <translation>No password called {name}; give it with exchange secret</translation>
    </message>
    <message>
        <source>“{place}”的证书不受信任，未发送，请通知信息科</source>
        <translation>The certificate of {place} is not trusted; nothing was sent</translation>
    </message>
    <message>
        <source>“{place}”的答复过大，未采用</source>
        <translation>The answer of {place} is too large and was not used</translation>
    </message>
    <message>
        <source>“{place}”的地址不对：须 https，不含账号，时限 120 秒以内</source>
        <translation>The address of {place} must be https, without a user, at most 120 s</translation>
    </message>
    <message>
        <source>文件“{file}”读不了，请检查文件和权限</source>
        <translation>File {file} cannot be read; check it and its rights</translation>
    </message>
    <message>
        <source>对接文件夹写不进去，请检查磁盘和权限</source>
        <translation>The exchange folder cannot be written; check disk and rights</translation>
    </message>
    <message>
        <source>短信模板“{place}”有一处要改：{why}</source>
        <translation>Template {place}: {why}</translation>
    </message>
    <message>
        <source>短信模板“{place}”不能用“{name}”这一项</source>
        <translation>Template {place} may not use {name}</translation>
    </message>
    <message>
        <source>短信模板“{place}”有 {n} 字，最多 {most} 字</source>
        <translation>Template {place} has {n} characters, at most {most}</translation>
    </message>
    <message>
        <source>短信模板“{place}”缺少“{name}”，没有发送</source>
        <translation>Template {place} lacks {name}; not sent</translation>
    </message>
    <message>
        <source>短信“{place}”含有证件号码，没有发送，请改模板</source>
        <translation>Message {place} holds an identity number; not sent</translation>
    </message>
    <message>
        <source>没有电话可发短信，请另行告知</source>
        <translation>No number to send to; tell them another way</translation>
    </message>
    <message>
        <source>留的不是手机号，短信发不了，请打电话告知</source>
        <translation>Not a mobile number; tell them by telephone</translation>
    </message>
    <message>
        <source>只有没发成的短信可以重发</source>
        <translation>Only a failed message can be sent again</translation>
    </message>
    <message>
        <source>短信没有送到对方手机，请打电话告知</source>
        <translation>The message did not arrive; tell them by telephone</translation>
    </message>
    <message>
        <source>没有“{kind}”的短信模板，请补上</source>
        <translation>No template for {kind}</translation>
    </message>
    <message>
        <source>短信网关没有接收，请核对号码或与网关联系</source>
        <translation>The gateway did not take the message</translation>
    </message>
    <message>
        <source>短信设备正忙，稍后自动再试</source>
        <translation>The modem is busy; tried again later</translation>
    </message>
    <message>
        <source>短信设备没有信号，请检查天线和卡，稍后自动再试</source>
        <translation>The modem has no network; check aerial and card</translation>
    </message>
    <message>
        <source>短信设备没有可用的卡，请检查插卡和卡密码</source>
        <translation>The modem has no usable card; check it and its PIN</translation>
    </message>
    <message>
        <source>看下一页</source>
        <translation>Next page</translation>
    </message>
    <message>
        <source>远程确认</source>
        <translation>Ask an officer</translation>
    </message>
    <message>
        <source>该件的状态已变，这一步不能再办，请看最新情况</source>
        <translation>The case has moved on; look at it again</translation>
    </message>
    <message>
        <source>您的岗位不办这一步，请转给有权办理的人员</source>
        <translation>Your role does not do this; ask somebody who may</translation>
    </message>
    <message>
        <source>已满第 5 个工作日，依法视为受理，不能再退回，请办理受理</source>
        <translation>Deemed accepted by law; it can no longer be returned</translation>
    </message>
    <message>
        <source>该件不在您的部门，请由承办部门办理</source>
        <translation>The case is with another department</translation>
    </message>
    <message>
        <source>这条已有人处理过，请刷新</source>
        <translation>Somebody has settled this already</translation>
    </message>
    <message>
        <source>窗口没有该件的待移交材料，可能已移交</source>
        <translation>No paper of this case waits here; it was handed over</translation>
    </message>
    <message>
        <source>还有 {n} 页未看，不能受理</source>
        <translation>Pages not seen: {n}; cannot accept yet</translation>
    </message>
    <message>
        <source>这个问题已有答复，请刷新</source>
        <translation>This question was answered already</translation>
    </message>
    <message>
        <source>该环节尚未开始或者已经办完，请刷新</source>
        <translation>This stage has not begun or is done</translation>
    </message>
    <message>
        <source>其他部门的意见还没有齐，牵头部门最后办</source>
        <translation>The lead department comes last; opinions are missing</translation>
    </message>
    <message>
        <source>已有环节办完，不能再改环节</source>
        <translation>A stage is done; the stages stay as they are</translation>
    </message>
    <message>
        <source>审查环节没有办完，还不能作决定</source>
        <translation>Stages are open; it cannot be decided yet</translation>
    </message>
    <message>
        <source>该特别程序没有在进行，请刷新</source>
        <translation>This special step is not running</translation>
    </message>
    <message>
        <source>只能延长一次，该件已经延长过</source>
        <translation>Only one extension; this case has had it</translation>
    </message>
    <message>
        <source>窗口没有有效授权，请由部门办理，或请其远程确认</source>
        <translation>No valid authority here; ask an officer to confirm</translation>
    </message>
    <message>
        <source>该材料没有欠交，可能已补收</source>
        <translation>This material is not owed; it may be in already</translation>
    </message>
    <message>
        <source>该督办已有答复，请刷新</source>
        <translation>This reminder was answered already</translation>
    </message>
    <message>
        <source>应收回的材料还没有收齐，不能发放</source>
        <translation>What must be taken in is missing; do not issue yet</translation>
    </message>
    <message>
        <source>该件的送达回执已经移交</source>
        <translation>Its delivery receipt was passed on already</translation>
    </message>
    <message>
        <source>送达回执还没有移交部门，先移交再归档</source>
        <translation>Pass the delivery receipt on first, then file</translation>
    </message>
    <message>
        <source>该结果由综合出件窗口发放，请先交接</source>
        <translation>The result counter issues this; hand it over first</translation>
    </message>
    <message>
        <source>这些材料不在本厅手中，可能已退还，请刷新</source>
        <translation>These papers are not held here; look again</translation>
    </message>
    <message>
        <source>还有材料在窗口或者邮寄途中，不能归档</source>
        <translation>Papers are at a window or in the post; not yet</translation>
    </message>
    <message>
        <source>该件已登记另一个平台编号，请核对</source>
        <translation>Another platform number is on record; compare</translation>
    </message>
    <message>
        <source>这台电脑上没有正在运行的综窗台，请先启动再打开本窗口</source>
        <translation>No desk is running on this PC; start it first, then open this window</translation>
    </message>
    <message>
        <source>正在运行的综窗台没有回应，请看它的窗口后再试</source>
        <translation>The running desk did not answer; look at its window and try again</translation>
    </message>
    <message>
        <source>正在运行的综窗台版本较旧，请重启综窗台后再试</source>
        <translation>The running desk is an older version; restart it and try again</translation>
    </message>
    <message>
        <source>{w} 号窗口没有人登录呼叫器，请先在呼叫器上登录</source>
        <translation>Nobody is logged in at the pad of window {w}; log in there first</translation>
    </message>
    <message>
        <source>{w} 号窗口没有叫过的号，请先呼叫</source>
        <translation>Window {w} has called nobody; call first</translation>
    </message>
    <message>
        <source>{w} 号窗口的件还没有办完，请在电脑上办完或挂起</source>
        <translation>The visit at window {w} is under way; finish or park it at the desk</translation>
    </message>
    <message>
        <source>证照库答复的不是本人，未采用，“{material}”请收纸件</source>
        <translation>The answer is about somebody else; take {material} on paper</translation>
    </message>
    <message>
        <source>证照库不提供“{material}”：{why}，请收纸件</source>
        <translation>The library refuses {material}: {why}; take it on paper</translation>
    </message>
    <message>
        <source>证照库里没有“{material}”，请收纸件</source>
        <translation>The library has no {material}; take it on paper</translation>
    </message>
    <message>
        <source>证照库里的“{material}”不在有效期内，请收新证</source>
        <translation>{material} is not in force; ask for the new one</translation>
    </message>
    <message>
        <source>不是完整的 JSON 申报文件，请重新发送</source>
        <translation>No whole JSON application; send it again</translation>
    </message>
    <message>
        <source>“{name}”{why}，请改正后重新发送</source>
        <translation>{name}: {why}; correct it and send it again</translation>
    </message>
    <message>
        <source>编号“{number}”已有内容不同的申报，未收</source>
        <translation>{number} is here already with other content; not taken</translation>
    </message>
    <message>
        <source>网上申报“{number}”已在窗口收件</source>
        <translation>{number} was taken in at a window already</translation>
    </message>
    <message>
        <source>本厅目录里没有事项“{matter}”，请核对编码</source>
        <translation>The hall&apos;s catalogue has no matter {matter}</translation>
    </message>
    <message>
        <source>申报文件超过 {most} MB，请压缩附件后重新发送</source>
        <translation>The application is larger than {most} MB</translation>
    </message>
    <message>
        <source>附件损坏或与摘要、类型不符，请重新发送</source>
        <translation>The file is damaged or not what its digest and type say</translation>
    </message>
    <message>
        <source>申报时间须带时区，且不晚于现在</source>
        <translation>The time needs its offset and may not lie ahead</translation>
    </message>
    <message>
        <source>网上申报“{number}”已经预审过了</source>
        <translation>{number} was pre-reviewed already</translation>
    </message>
    <message>
        <source>预审不通过须写明全部理由</source>
        <translation>Say everything that is wrong</translation>
    </message>
    <message>
        <source>网上申报“{number}”还没有通过预审，请稍候</source>
        <translation>{number} has not passed its pre-review yet</translation>
    </message>
    <message>
        <source>只有部门审查人员可以预审</source>
        <translation>Only the department&apos;s officers pre-review</translation>
    </message>
    <message>
        <source>没有这个编号的网上申报，请核对后再扫</source>
        <translation>No online application has this number</translation>
    </message>
    <message>
        <source>平台编号格式不对（现有 {n} 位），请核对后再扫</source>
        <translation>Not a platform number ({n} characters); scan it again</translation>
    </message>
    <message>
        <source>本厅设定的平台编号格式写错了，请管理员改正</source>
        <translation>The hall&apos;s form of platform numbers is no form; correct it</translation>
    </message>
    <message>
        <source>平台没有接收，稍后自动再报，也可手工登记</source>
        <translation>The platform refused; told again later, or register by hand</translation>
    </message>
    <message>
        <source>平台编号已登记给办件 {number}，请核对</source>
        <translation>Case {number} has this platform number; compare</translation>
    </message>
    <message>
        <source>不是平台的回执文件，格式见 exchange schema</source>
        <translation>No answer of the platform; see exchange schema</translation>
    </message>
    <message>
        <source>没有这个办件，请核对编号后再登记平台编号</source>
        <translation>No such case; check the number before registering</translation>
    </message>
    <message>
        <source>没有找到该件，请核对编号</source>
        <translation>No such case; compare the number</translation>
    </message>
    <message>
        <source>该件的个人信息已依法删除，不能再办理</source>
        <translation>Its personal record was erased; nothing more is done</translation>
    </message>
    <message>
        <source>清单是空的，请先扫描要移交的件</source>
        <translation>The list is empty; scan the cases first</translation>
    </message>
    <message>
        <source>双方都要签认：刷卡、口令、签字或者纸面签名</source>
        <translation>Both sides sign: card, password, pen or on paper</translation>
    </message>
    <message>
        <source>没有找到这份交接单，请刷新</source>
        <translation>No such list; look again</translation>
    </message>
    <message>
        <source>交接单 {number} 已签认或者已作废，请刷新</source>
        <translation>List {number} was signed or dropped</translation>
    </message>
    <message>
        <source>{number} 属{department}，不在这个部门的清单里</source>
        <translation>{number} belongs to {department}</translation>
    </message>
    <message>
        <source>{number} 已在另一份未签认的交接单上</source>
        <translation>{number} is on another unsigned list</translation>
    </message>
    <message>
        <source>一份清单只能是一个部门的件，请分开交接</source>
        <translation>One list holds one department; make two lists</translation>
    </message>
    <message>
        <source>{number} 还没有到视为受理的时间</source>
        <translation>{number} is not deemed accepted yet</translation>
    </message>
    <message>
        <source>请列明要补正的材料，一次说全</source>
        <translation>List what must be corrected, all of it at once</translation>
    </message>
    <message>
        <source>该件已在{department}，不用再转</source>
        <translation>The case is with {department} already</translation>
    </message>
    <message>
        <source>{clerk} {time} 起正在看这一件，您只能查看</source>
        <translation>{clerk} has had this case open since {time}</translation>
    </message>
    <message>
        <source>环节没有填，或者编号重复，请核对</source>
        <translation>No stages, or two of one id; compare</translation>
    </message>
    <message>
        <source>延长要写明理由和批准人</source>
        <translation>An extension needs a reason and who approved</translation>
    </message>
    <message>
        <source>最多延长 {n} 个工作日</source>
        <translation>At most {n} working days</translation>
    </message>
    <message>
        <source>该件已于 {time} 发放，请看记录</source>
        <translation>Issued at {time}; look at the record</translation>
    </message>
    <message>
        <source>来人与申请人不是同一人，代领请出示委托书</source>
        <translation>Not the applicant; an agent shows an authority</translation>
    </message>
    <message>
        <source>代领要核身份和委托书，请补登</source>
        <translation>An agent needs identity and authority</translation>
    </message>
    <message>
        <source>两次扫到的运单号不一致，请核对信封</source>
        <translation>The two waybill scans differ; check the envelope</translation>
    </message>
    <message>
        <source>还有 {n} 项没有补齐，先补：{name}</source>
        <translation>Points open: {n}, first: {name}</translation>
    </message>
    <message>
        <source>请选今天以后的日期</source>
        <translation>Choose a date after today</translation>
    </message>
    <message>
        <source>超过 {n} 个工作日，要部门同意，请写明同意人</source>
        <translation>Over {n} working days: name who consented</translation>
    </message>
    <message>
        <source>请写明理由</source>
        <translation>Say why</translation>
    </message>
    <message>
        <source>没有改动，不用更正</source>
        <translation>Nothing was changed</translation>
    </message>
    <message>
        <source>材料已移交，更正和作废要值班主管批准</source>
        <translation>Handed over already: a supervisor must approve</translation>
    </message>
    <message>
        <source>只能并入同一申请人的另一件，请核对</source>
        <translation>Only into another case of the same applicant</translation>
    </message>
    <message>
        <source>授权要有起止日期，并写明窗口或者人员</source>
        <translation>An authority needs dates and a window or person</translation>
    </message>
    <message>
        <source>没有找到这份授权，请刷新</source>
        <translation>No such authority; look again</translation>
    </message>
    <message>
        <source>该事项不是即办件，请交部门审查</source>
        <translation>Not an instant matter; the department reviews it</translation>
    </message>
    <message>
        <source>空白“{name}”只剩 {n} 份，请先领入</source>
        <translation>Blanks of {name} left: {n}; fetch more first</translation>
    </message>
    <message>
        <source>请写明名称，份数至少为 1</source>
        <translation>Name it; the count is one at least</translation>
    </message>
    <message>
        <source>“{text}”不是日期，请写成 2027-01-31 的样子</source>
        <translation>“{text}” is no date; write it like 2027-01-31</translation>
    </message>
    <message>
        <source>只有主管可以核实他人的登录</source>
        <translation>Only a supervisor confirms another clerk&apos;s login</translation>
    </message>
    <message>
        <source>事项要报平台，但本机没有设置平台接口或文件夹</source>
        <translation>The matter goes to the platform, but this PC has no way there</translation>
    </message>
    <message>
        <source>查询码多次不对，请 {n} 分钟后再试，或到导办台查询</source>
        <translation>The code was wrong too often; try again in {n} minutes or ask the guide</translation>
    </message>
    <message>
        <source>没有查到，请核对收件通知书上的号码和查询码</source>
        <translation>Nothing found; check the number and the code on your receipt</translation>
    </message>
    <message>
        <source>这件事还没有公布材料清单，请到导办台咨询</source>
        <translation>No list of papers is published for this matter yet; ask the guide</translation>
    </message>
    <message>
        <source>打印服务没有运行，没有打印，件已保存</source>
        <translation>The printing service is not running; nothing was printed, the case is saved</translation>
    </message>
    <message>
        <source>打印队列已暂停，没有打印，件已保存。请在系统的打印机里恢复</source>
        <translation>The print queue is paused; nothing was printed, the case is saved. Resume the queue</translation>
    </message>
    <message>
        <source>打印机卡纸，件已保存。请取出卡住的纸</source>
        <translation>Paper jam; the case is saved. Take the paper out</translation>
    </message>
    <message>
        <source>登记号由大厅服务器统一编排，联网后再归档</source>
        <translation>Register numbers come from the hall&apos;s server; archive once online</translation>
    </message>
    <message>
        <source>程序正在退出，未完成的同步下次接着做</source>
        <translation>The program is closing; syncing goes on next time</translation>
    </message>
    <message>
        <source>本机时钟比服务器{way} {n} 分钟，请校时；办理照常，记录已注明</source>
        <translation>This PC&apos;s clock is {n} minutes {way} of the server; set it. Work goes on and is marked</translation>
    </message>
    <message>
        <source>未联网，本窗口没有可叫的号。可选“无号直接办理”，编号 {no}001 起</source>
        <translation>Offline, no number held here. Serve without one ({no}001 on); the record says so</translation>
    </message>
    <message>
        <source>读不到网上申报表，请检查数据库地址和权限，稍后自动再试</source>
        <translation>The table of online applications cannot be read; tried again later</translation>
    </message>
    <message>
        <source>还没有配置这个设备，请先选型号和端口</source>
        <translation>This device is not set up; choose model and port first</translation>
    </message>
    <message>
        <source>“{device}”没有等到放卡、按键或扫码，请再试一次</source>
        <translation>{device}: no card, key or code came in time; try again</translation>
    </message>
    <message>
        <source>拍摄程序“{program}”没有交出图片，请检查设置</source>
        <translation>The camera program {program} gave no picture; check its setting</translation>
    </message>
    <message>
        <source>文书用语的版本“{version}”不能用，请换一个没有用过的名称</source>
        <translation>Version {version} of the papers&apos; words cannot be used; take a new name</translation>
    </message>
    <message>
        <source>本厅有服务器，个人信息按服务器的期限销毁</source>
        <translation>The hall&apos;s server has the schedule for erasing records</translation>
    </message>
    <message>
        <source>服务器不认本机的登录（口令有误或过期），请重新登记</source>
        <translation>The server refuses this PC&apos;s login (wrong or expired); enrol again. Work goes on</translation>
    </message>
    <message>
        <source>对方不是大厅的服务器或证书已失效，未发出数据</source>
        <translation>Not the hall&apos;s server, or a certificate is no longer good; nothing was sent. Work goes on</translation>
    </message>
    <message>
        <source>服务器与本程序版本不一致，请升级服务器；办理照常</source>
        <translation>The server and this program differ in version; upgrade the server. Work goes on</translation>
    </message>
    <message>
        <source>领取人须是{department}的人员，且不能是移交人本人</source>
        <translation>The taker works for {department} and is not the giver</translation>
    </message>
    <message>
        <source>还有 {n} 份材料交接表未签字，请在“移交”里签字或作废</source>
        <translation>Hand-over lists unsigned: {n}; sign or drop them under Hand-over</translation>
    </message>
    <message>
        <source>{file} 没有写成，请换一个文件夹，或者关掉打开它的程序</source>
        <translation>{file} was not written; choose another folder, or close it</translation>
    </message>
    <message>
        <source>单号应为 8 到 30 位字母数字，请重新扫面单；平信请留空</source>
        <translation>A waybill has 8 to 30 letters and digits; scan it again, leave empty for a letter</translation>
    </message>
    <message>
        <source>{number} 已于 {day} 登记，请在“全部”里查看，不要重复登记</source>
        <translation>{number} was registered on {day}; see it under All</translation>
    </message>
    <message>
        <source>请填寄件人姓名或单位名称</source>
        <translation>Enter the sender&apos;s name</translation>
    </message>
    <message>
        <source>要用短信答复，请填手机号；没有手机请选回寄</source>
        <translation>An answer by message needs a mobile number; choose post if there is none</translation>
    </message>
    <message>
        <source>要回寄答复，请填寄件人地址</source>
        <translation>An answer by post needs the sender&apos;s address</translation>
    </message>
    <message>
        <source>请领取人签认后再交件</source>
        <translation>Whoever fetches the parcel signs first</translation>
    </message>
    <message>
        <source>这件寄给“{department}”，不拆封，请由部门签收领走</source>
        <translation>Addressed to {department}: it stays shut and is signed for</translation>
    </message>
    <message>
        <source>这件已拆封并挂起，请在挂起的办理里继续</source>
        <translation>This parcel was opened and set aside; take it up there</translation>
    </message>
    <message>
        <source>{number} 是寄给窗口的，请按 Enter 拆封办理</source>
        <translation>{number} is addressed to the window; open it</translation>
    </message>
    <message>
        <source>{number} 没有要回寄的文书</source>
        <translation>{number} has nothing to be sent back</translation>
    </message>
    <message>
        <source>这是来件的单号，请扫回寄信封上的单号</source>
        <translation>That is the number it came with; scan the one on the answer</translation>
    </message>
    <message>
        <source>作废要写原因</source>
        <translation>Say why it is struck out</translation>
    </message>
    <message>
        <source>没有登记过这个单号，请先登记来件</source>
        <translation>No parcel has this number; register it first</translation>
    </message>
    <message>
        <source>{number} 已经处理过了，请刷新列表</source>
        <translation>{number} has been dealt with already</translation>
    </message>
    <message>
        <source>还有 {n} 项没有与证照核对，先核：{name}</source>
        <translation>Fields not compared with the certificate: {n}, first: {name}</translation>
    </message>
    <message>
        <source>{name}等 {n} 项与收件不一致，请不予接收，或者当场更正后再核</source>
        <translation>{n} fields differ, first: {name}; refuse it, or have it corrected and compare again</translation>
    </message>
    <message>
        <source>请填写柜位</source>
        <translation>Say where it lies</translation>
    </message>
    <message>
        <source>委托书没有写明代领 {number}，这一件不能发给代领人</source>
        <translation>The authority does not name {number}; this one stays here</translation>
    </message>
    <message>
        <source>柜中没有这个号码或这个人的待领结果，请核对或到查询里看</source>
        <translation>No result waits for this number or person; check it, or look the case up</translation>
    </message>
    <message>
        <source>该件的结果还没有送到出件窗口，到哪一步请在查询里看</source>
        <translation>Its result has not come to this counter; look the case up</translation>
    </message>
    <message>
        <source>请看委托书原件：有效期、代领哪些结果，看过再打勾</source>
        <translation>Read the authority itself: valid, and for which results; then tick it</translation>
    </message>
    <message>
        <source>没有勾选要发放的结果，请用空格勾选</source>
        <translation>Nothing is ticked to be handed out; tick it with Space</translation>
    </message>
    <message>
        <source>要先收回：{names}，收到后按数字键打勾</source>
        <translation>Take in first: {names}; tick it with its digit</translation>
    </message>
    <message>
        <source>没有“{key}”这个时段，请在列表中选一个</source>
        <translation>There is no period {key}; choose one from the list</translation>
    </message>
    <message>
        <source>没有“{key}”这项指标，请在列表中选一个</source>
        <translation>There is no figure {key}; choose one from the list</translation>
    </message>
    <message>
        <source>报表由主管或管理员制作，请找值班长</source>
        <translation>Reports are made by a supervisor or an administrator</translation>
    </message>
    <message>
        <source>{period}还没有结束，结束后才能定稿</source>
        <translation>{period} is not over; its report is frozen afterwards</translation>
    </message>
    <message>
        <source>{period}的数字与定稿一致，不用补报</source>
        <translation>The figures of {period} are as they were reported; nothing to correct</translation>
    </message>
    <message>
        <source>请写明补报的原因</source>
        <translation>Say why the report is corrected</translation>
    </message>
    <message>
        <source>{period}没有定稿的报表，请先定稿</source>
        <translation>There is no report of {period} yet; freeze it first</translation>
    </message>
    <message>
        <source>审计岗位只看不改，这一步请有权的人办理</source>
        <translation>An auditor reads everything and changes nothing</translation>
    </message>
    <message>
        <source>操作记录只供审计和管理员查看</source>
        <translation>The record of actions is for auditors and administrators</translation>
    </message>
    <message>
        <source>没有“{setting}”这项设置，请检查写法</source>
        <translation>There is no setting “{setting}”; check how it is written</translation>
    </message>
    <message>
        <source>这样的值不能用，请按旁边的例子填写</source>
        <translation>This value cannot be used; write it as the example beside it</translation>
    </message>
    <message>
        <source>须在 {least} 到 {most} 之间</source>
        <translation>It must lie between {least} and {most}</translation>
    </message>
    <message>
        <source>生效日期写成 2026-12-01，不能早于今天</source>
        <translation>Write the day as 2026-12-01, not before today</translation>
    </message>
    <message>
        <source>和那一天已定的制度一样，没有改动</source>
        <translation>Nothing would change: it is already so on that day</translation>
    </message>
    <message>
        <source>制度方案 {file} 读不出来，请换一个：{place}</source>
        <translation>The profile {file} cannot be read; choose another: {place}</translation>
    </message>
    <message>
        <source>{item}不正确，请核对后再填</source>
        <translation>That is not a valid {item}; compare and type again</translation>
    </message>
    <message>
        <source>档案没有写出：{path}，请换一个文件夹</source>
        <translation>The case file was not written to {path}; choose another folder</translation>
    </message>
    <message>
        <source>表格 {file} 写不下去，请看“文档”文件夹能否写入、磁盘是否已满</source>
        <translation>The table {file} cannot be written; see whether Documents can be written to</translation>
    </message>
    <message>
        <source>没有这个数字（{figure}），请刷新后再点</source>
        <translation>There is no such figure ({figure}); refresh and try again</translation>
    </message>
    <message>
        <source>到期时间要晚于开始时间</source>
        <translation>It must end after it begins</translation>
    </message>
    <message>
        <source>{who} {time} 刚改过 {w} 号窗口，请看新的范围再决定</source>
        <translation>{who} changed window {w} at {time}; look at it again before you decide</translation>
    </message>
    <message>
        <source>{w} 号窗口没有临时范围，不用恢复</source>
        <translation>Window {w} has its own scope already</translation>
    </message>
    <message>
        <source>{w} 号窗口已经受理这一类，不用加开</source>
        <translation>Window {w} takes this category already</translation>
    </message>
    <message>
        <source>没有“{name}”这个类别，请重新勾选</source>
        <translation>There is no category {name}; tick again</translation>
    </message>
    <message>
        <source>这条短信已经发出或已处理，请刷新</source>
        <translation>This message was sent or settled already; refresh</translation>
    </message>
    <message>
        <source>这是“{department}”的件，请由该部门录入</source>
        <translation>This case is {department}&apos;s; they type it in</translation>
    </message>
    <message>
        <source>不像“{name}”的编号，请核对后重填</source>
        <translation>Not a number of {name}; check it</translation>
    </message>
    <message>
        <source>“{name}”的编号格式设置有误，请通知管理员</source>
        <translation>The number form set for {name} is wrong; tell the administrator</translation>
    </message>
    <message>
        <source>没有设置这个系统，请刷新后再选</source>
        <translation>No such system is set up; refresh and choose again</translation>
    </message>
    <message>
        <source>这个编号已用于 {number}，请核对是否抄错</source>
        <translation>That number belongs to {number}; check it</translation>
    </message>
    <message>
        <source>这张交接表还有 {n} 件没有核对，核完再双方签字</source>
        <translation>Results of this list not compared: {n}; both sign after that</translation>
    </message>
    <message>
        <source>今天已经催过，或者大厅不发这类短信，请打电话</source>
        <translation>Told today already, or the hall sends no such message; make a call</translation>
    </message>
    <message>
        <source>至少一项指标的权重要大于 0</source>
        <translation>At least one weight must be above 0</translation>
    </message>
    <message>
        <source>还没有选要督办的件，按空格选</source>
        <translation>No case is chosen; Space ticks one</translation>
    </message>
    <message>
        <source>答复期限要在现在之后</source>
        <translation>The answer must be due later than now</translation>
    </message>
    <message>
        <source>至少勾选一类或加上一个事项，不受理就请暂停窗口</source>
        <translation>Tick a category or add a matter; to take nothing, pause the window</translation>
    </message>
    <message>
        <source>定时请写成 13:00 这样，立即生效就留空</source>
        <translation>Write a time as 13:00, or leave it empty for now</translation>
    </message>
    <message>
        <source>清单里没有可以从证照库调取的材料</source>
        <translation>Nothing on this list can be had from the library</translation>
    </message>
    <message>
        <source>请先读卡或填好申请人姓名和证件号，再查电子证照</source>
        <translation>Read the card or enter name and number first</translation>
    </message>
    <message>
        <source>本机没有对接证照库，请收纸件</source>
        <translation>No library of licences is set up here; take paper</translation>
    </message>
    <message>
        <source>有 {n} 项对不上，请写明原因再日清</source>
        <translation>Comparisons that do not agree: {n}; say why, then close the day</translation>
    </message>
    <message>
        <source>授权委托书 {number} 已于 {until} 到期，请部门续签，或请其远程确认</source>
        <translation>The authorisation {number} ended on {until}; have it renewed, or ask an officer</translation>
    </message>
    <message>
        <source>这条差评已有人处理到下一步，请刷新</source>
        <translation>Somebody has taken this follow-up further; read it again</translation>
    </message>
    <message>
        <source>认定不计入的人不能自己复核，请另一位主管复核</source>
        <translation>Whoever found it not to count cannot review that; ask another supervisor</translation>
    </message>
    <message>
        <source>请写明情况，再记下这一步</source>
        <translation>Write what was found or done, then record the step</translation>
    </message>
    <message>
        <source>这次办事没有留下联系方式，请按窗口和时间自行核实</source>
        <translation>No contact was kept of this visit; verify by window and time</translation>
    </message>
    <message>
        <source>请写明内容</source>
        <translation>Write what it is about</translation>
    </message>
    <message>
        <source>没有事项 {key}，请从目录中选</source>
        <translation>There is no matter {key}; choose one of the catalogue</translation>
    </message>
    <message>
        <source>期限写成 2026-12-01，不能是已过的日子</source>
        <translation>Write the day as 2026-12-01; it must not be over</translation>
    </message>
    <message>
        <source>请选转给哪个部门</source>
        <translation>Choose the department it goes to</translation>
    </message>
    <message>
        <source>这一条已有人办理，请刷新</source>
        <translation>Somebody has dealt with this; read it again</translation>
    </message>
    <message>
        <source>没有找到这一条，请刷新</source>
        <translation>No such entry; read the list again</translation>
    </message>
    <message>
        <source>大厅至少要有一位在岗的管理员，请先给另一位这个岗位</source>
        <translation>The hall needs an administrator; give somebody else the role first</translation>
    </message>
    <message>
        <source>审批人员、首席代表和事项维护员要写明代表哪个部门</source>
        <translation>Officers, chief representatives and editors need their department</translation>
    </message>
    <message>
        <source>与 {first}（A）和 {second}（B）{start} 至 {until} 的 AB 岗重叠，请先结束那一对</source>
        <translation>It overlaps the pair {first} (A) and {second} (B) from {start} to {until}; end it first</translation>
    </message>
    <message>
        <source>A 岗和 B 岗须是两位在岗人员，止日不早于起日</source>
        <translation>A and B must be two people who work here, the last day not before the first</translation>
    </message>
    <message>
        <source>没有找到这一对 AB 岗，请刷新</source>
        <translation>No such pair; read the list again</translation>
    </message>
    <message>
        <source>培训要有日期（不晚于今天）和至少一个窗口类别</source>
        <translation>A training needs a day, not ahead, and at least one window category</translation>
    </message>
    <message>
        <source>请照给出的岗位名称填写，至少一个</source>
        <translation>Write at least one role, as the roles are named</translation>
    </message>
    <message>
        <source>这台电脑上没有运行综窗台，请先打开并登录，再按呼叫键</source>
        <translation>No desk is running on this PC; start it and log in, then press the key again</translation>
    </message>
    <message>
        <source>这是{department}的事项，请该部门的维护员来改</source>
        <translation>This belongs to {department}; its own editor changes it</translation>
    </message>
    <message>
        <source>“{name}”刚由{who}在 {time} 改过，请看新稿再改</source>
        <translation>{who} changed {name} at {time}; look at it again first</translation>
    </message>
    <message>
        <source>生效日期“{day}”不对，写今天或以后，如 2026-12-01</source>
        <translation>{day} cannot be the day; write today or later as 2026-12-01</translation>
    </message>
    <message>
        <source>还有 {n} 处要改：{what}</source>
        <translation>To mend: {n}: {what}</translation>
    </message>
    <message>
        <source>“{name}”与第 {v} 版相同，改了再提交</source>
        <translation>{name} says what version {v} says; change it first</translation>
    </message>
    <message>
        <source>编码 {number} 已用于“{name}”，换一个</source>
        <translation>Code {number} belongs to {name}; use another</translation>
    </message>
    <message>
        <source>没有窗口受理“{name}”（{category}），先给窗口加上这一类</source>
        <translation>No window takes {name} ({category}); give a window this category first</translation>
    </message>
    <message>
        <source>这一稿您改过，请另一位主管或管理员批准</source>
        <translation>You wrote a part of it; another supervisor or administrator approves</translation>
    </message>
    <message>
        <source>这一稿已不在复核中，请看现在的情况</source>
        <translation>It does not wait for approval any more; look again</translation>
    </message>
    <message>
        <source>请写明退回的理由</source>
        <translation>Say why it is returned</translation>
    </message>
    <message>
        <source>只能更正这一件清单上的材料，每项最多 99 份</source>
        <translation>Only rows of this case&apos;s list, 99 copies at most</translation>
    </message>
    <message>
        <source>磁盘空间不够：要 {need} MB，只有 {free} MB；请换盘或清理</source>
        <translation>Not enough room: {need} MB needed, {free} MB free. Use another disk or clear it</translation>
    </message>
    <message>
        <source>备份不完整或被改动（{file}），没有恢复任何内容；请换一份</source>
        <translation>The copy is incomplete or altered ({file}); nothing was restored. Use another copy</translation>
    </message>
    <message>
        <source>备份写出后核对不符，已作废；请换一个磁盘再备份</source>
        <translation>The copy does not match what was copied and was dropped; use another disk</translation>
    </message>
    <message>
        <source>备份是更新的版本 {version} 做的，请先把本机更新到该版本</source>
        <translation>The copy was made by the newer version {version}; update this PC first</translation>
    </message>
    <message>
        <source>没有设置备份到哪里：zcdesk backup set --to 文件夹</source>
        <translation>No folder for copies is set: zcdesk backup set --to FOLDER</translation>
    </message>
    <message>
        <source>{folder} 里没有备份，请另选文件夹</source>
        <translation>No copy in {folder}; choose another folder</translation>
    </message>
    <message>
        <source>备份文件夹 {folder} 找不到：请插好 U 盘或连上共享再试</source>
        <translation>The folder {folder} is not there: plug the stick in or connect the share</translation>
    </message>
    <message>
        <source>只有管理员可以做这一步</source>
        <translation>Only an administrator may do this</translation>
    </message>
    <message>
        <source>没有在途的邮件，寄出以后再打寄递清单</source>
        <translation>Nothing is in the post; print the list after posting</translation>
    </message>
    <message>
        <source>恢复码有错字，数据未动。请对照恢复纸逐组核对</source>
        <translation>The recovery code has a slip; nothing changed. Compare it with the paper group by group</translation>
    </message>
    <message>
        <source>这张恢复纸（{mark}）已作废，请用编号 {wanted} 的那张</source>
        <translation>This recovery paper ({mark}) is void; take the one numbered {wanted}</translation>
    </message>
    <message>
        <source>本机和服务器上都没有封存的密钥。请从备份取回数据文件夹</source>
        <translation>The sealed key is neither here nor on the server; bring the data folder from a backup</translation>
    </message>
    <message>
        <source>换密钥前要先有恢复纸，数据未动。请运行 zcdesk keys paper</source>
        <translation>A recovery paper is needed before the key is changed; run zcdesk keys paper</translation>
    </message>
    <message>
        <source>找不到本机的数据密钥，数据未动。请用恢复纸取回</source>
        <translation>The key of the data is missing; nothing changed; use the recovery paper</translation>
    </message>
    <message>
        <source>没有恢复纸，备份换台电脑就打不开：先运行 zcdesk keys paper</source>
        <translation>No recovery paper yet, so no other PC could open a copy: run zcdesk keys paper first</translation>
    </message>
    <message>
        <source>工号 {clerk} 不是 {department} 的审查人员，请另选一人</source>
        <translation>{clerk} does not review for {department}; choose somebody else</translation>
    </message>
    <message>
        <source>这件已经在此人手上，请另选一人</source>
        <translation>This person has the case already; choose somebody else</translation>
    </message>
    <message>
        <source>没有可在窗口收件的事项，请先导入事项目录</source>
        <translation>No matter can be taken in at a window; import a catalogue first</translation>
    </message>
    <message>
        <source>字号只有 1、1.25、1.5，现为 {given}</source>
        <translation>The size is 1, 1.25 or 1.5, not {given}</translation>
    </message>
    <message>
        <source>没有“{kind}”这种设备，名称见设备接线说明</source>
        <translation>There is no device “{kind}”; the names are in the guide to devices</translation>
    </message>
    <message>
        <source>加入大厅请写 login，或者写 server 和 code</source>
        <translation>To join a hall give login, or server and code</translation>
    </message>
    <message>
        <source>“{file}”有 {count} 处要改，请用 catalogue lint 查看</source>
        <translation>Findings in {file}: {count}; zcdesk catalogue lint shows them</translation>
    </message>
    <message>
        <source>接入码不对，请向管理员核对</source>
        <translation>The code is wrong; check it with the administrator</translation>
    </message>
    <message>
        <source>接入码已过期，请管理员重新生成</source>
        <translation>The code is too old; ask the administrator for a new one</translation>
    </message>
    <message>
        <source>接入码已用于另一台电脑，请管理员重新生成</source>
        <translation>Another PC used this code; ask the administrator for a new one</translation>
    </message>
    <message>
        <source>接入码输错次数过多已锁定，请管理员重新生成</source>
        <translation>The code was tried too often and is locked; ask the administrator for a new one</translation>
    </message>
    <message>
        <source>接入码是 20 位字母和数字，请核对</source>
        <translation>A code has 20 letters and digits; check it</translation>
    </message>
    <message>
        <source>“{server}”不是服务器地址，例如 10.0.0.5 或 db.example:5480</source>
        <translation>“{server}” is no server&apos;s address, such as 10.0.0.5 or db.example:5480</translation>
    </message>
    <message>
        <source>接入码不是服务器“{server}”的，请核对地址和接入码</source>
        <translation>This code is not of the server {server}; check both</translation>
    </message>
    <message>
        <source>文件夹“{folder}”里缺证书密钥，或端口已被占用</source>
        <translation>{folder} lacks the keys of the certificates, or the port is in use</translation>
    </message>
    <message>
        <source>“{server}”没有应答，请管理员运行 zcdesk server admit</source>
        <translation>The server {server} does not answer as it should; have zcdesk server admit run there</translation>
    </message>
    <message>
        <source>申请人还没有在屏上签字，可改为纸上签</source>
        <translation>Not signed on the screen yet; or choose paper</translation>
    </message>
    <message>
        <source>本机程序太旧，已停止接收；已送出的不丢，请联系信息科更新</source>
        <translation>This program is too old and receives no more; what was sent is safe. Update it</translation>
    </message>
    <message>
        <source>还没有认定更新签名的公钥，请管理员先运行 zcdesk update trust</source>
        <translation>No publisher&apos;s key is trusted yet: an administrator runs zcdesk update trust first</translation>
    </message>
    <message>
        <source>更新的签名不符，没有采用；请向发布方核实来源</source>
        <translation>The update is not signed by the trusted key and was not taken; ask its publisher</translation>
    </message>
    <message>
        <source>更新包 {file} 不完整或被改动，没有安装；请重新复制</source>
        <translation>The package {file} is incomplete or altered and was not installed; copy it again</translation>
    </message>
    <message>
        <source>更新里没有适合本机（{system}）的安装包，请向发布方索取</source>
        <translation>The update has no package for this PC ({system}); ask its publisher</translation>
    </message>
    <message>
        <source>{file} 不是更新清单，请另选文件夹</source>
        <translation>{file} is no manifest of an update; choose another folder</translation>
    </message>
    <message>
        <source>{version} 不比本机的 {here} 新，没有安装</source>
        <translation>{version} is not newer than {here} here; nothing was installed</translation>
    </message>
    <message>
        <source>更新需要 {need} MB，磁盘只有 {free} MB；请清理后再试</source>
        <translation>The update needs {need} MB and the disk has {free} MB; clear it and try again</translation>
    </message>
    <message>
        <source>没有可以回退的上一版本安装包</source>
        <translation>There is no package of the version before to go back to</translation>
    </message>
    <message>
        <source>找不到更新包 {file}：请连上更新文件夹或大厅服务器</source>
        <translation>The package {file} is nowhere to be found: connect the folder or the server</translation>
    </message>
    <message>
        <source>没有正在推行的更新</source>
        <translation>No update is being rolled out</translation>
    </message>
    <message>
        <source>安装没有成功，已装回原来的版本；请把 {log} 交给信息科</source>
        <translation>The installation failed and the version before is back; hand {log} to IT</translation>
    </message>
    <message>
        <source>数据不能退到第 {version} 版结构</source>
        <translation>The data cannot go back to schema {version}</translation>
    </message>
    <message>
        <source>{file} 不是公钥文件</source>
        <translation>{file} is no public key</translation>
    </message>
    <message>
        <source>推行日期 {day} 不对：写成 2026-12-01，且不早于今天</source>
        <translation>{day} is no day to begin on: write 2026-12-01, today or later</translation>
    </message>
    <message>
        <source>本机还没有销毁过个人信息，没有可证明的内容</source>
        <translation>Nothing was destroyed here yet, so there is nothing to prove</translation>
    </message>
    <message>
        <source>评价键要五个不同的：F13 到 F24，或自带回车的单个字符</source>
        <translation>Five different rating keys, with commas: F13 to F24, or characters with Enter added</translation>
    </message>
    <message>
        <source>已停止加入，本机没有留下任何内容，可以重新开始</source>
        <translation>Joining was stopped; nothing is left here, begin again at any time</translation>
    </message>
    <message>
        <source>上次的首次设置没有做完，请重新填写</source>
        <translation>The first setup was not finished; fill it in again</translation>
    </message>
    <message>
        <source>PIN 不符，还可以试 {left} 次</source>
        <translation>The PIN does not match; {left} tries left</translation>
    </message>
    <message>
        <source>现在不能用 PIN，请输入口令</source>
        <translation>The PIN cannot be used now; type your password</translation>
    </message>
    <message>
        <source>PIN 要 {digits} 位数字，不能连号、重号或取自工号</source>
        <translation>A PIN has {digits} digits, not in a row, not all the same, not from the staff number</translation>
    </message>
    <message>
        <source>新口令和现在的一样，请换一个</source>
        <translation>The new password is the old one; choose another</translation>
    </message>
    <message>
        <source>口令至少 {least} 位，数字、大小写字母、符号至少用 {kinds} 种</source>
        <translation>A password has at least {least} characters of at least {kinds} kinds</translation>
    </message>
    <message>
        <source>用印服务没有用印：{why}。请在纸上盖章</source>
        <translation>Not sealed: {why}. Stamp the paper</translation>
    </message>
    <message>
        <source>本机没有设置用印服务，请在纸上盖章</source>
        <translation>No seal service is set up here; stamp the paper</translation>
    </message>
    <message>
        <source>新版本正在整理 {n} 条旧记录，办理照常，列表稍后齐全</source>
        <translation>The new version puts {n} old records in order; work goes on, lists fill meanwhile</translation>
    </message>
    <message>
        <source>旧记录已整理完，列表齐全</source>
        <translation>The old records are in order; lists are complete</translation>
    </message>
    <message>
        <source>文件夹 {folder} 里已有内容，请另选一个新的文件夹</source>
        <translation>There is something in {folder}; choose a new folder</translation>
    </message>
    <message>
        <source>文件夹 {folder} 写不进去，没有导出；请换一个磁盘</source>
        <translation>{folder} cannot be written and nothing was taken out; use another disk</translation>
    </message>
    <message>
        <source>导出的 {file} 缺失或被改动，请重新导出</source>
        <translation>{file} of the export is missing or altered; export again</translation>
    </message>
    <message>
        <source>导出之后又有 {n} 条记录，请重新导出后再移除</source>
        <translation>Records that came after the export: {n}; export again before removing</translation>
    </message>
    <message>
        <source>还有 {n} 条记录没有送到大厅服务器，请联网后再移除</source>
        <translation>Records that have not reached the hall&apos;s server: {n}; connect before removing</translation>
    </message>
    <message>
        <source>窗口号不符，没有移除</source>
        <translation>That is not the window&apos;s number; nothing was removed</translation>
    </message>
    <message>
        <source>{file} 不是原系统的登记表，请照 docs/pilot.md 填写</source>
        <translation>{file} is no count of the old system; fill it in as docs/pilot.md shows</translation>
    </message>
    <message>
        <source>这台电脑的 OpenSSL 不含 SM2，请换用带 SM2 的版本</source>
        <translation>The OpenSSL of this PC has no SM2; use one that has</translation>
    </message>
    <message>
        <source>本厅三员分立：管理员、安全管理员、审计不能由一人兼任</source>
        <translation>In this hall administrator, security administrator and auditor are three people</translation>
    </message>
    <message>
        <source>先把管理员、安全管理员、审计分给三个人，再打开三员分立</source>
        <translation>Give the three roles to three people first, then separate them</translation>
    </message>
    <message>
        <source>本厅三员分立，这一步请安全管理员办理</source>
        <translation>In this hall this is the security administrator&apos;s to do</translation>
    </message>
    <message>
        <source>“{role}”没有停用，它会自己发送；停用后才能代收</source>
        <translation>{role} is not shut out and sends by itself; shut it out first</translation>
    </message>
    <message>
        <source>“{file}”不是未同步记录的文件，请在那台电脑上重新导出</source>
        <translation>“{file}” holds no unsent records; write it again on that PC</translation>
    </message>
    <message>
        <source>这份收件通知书已作废，请用更正后的一份，或者到窗口领取</source>
        <translation>This receipt is void; use the corrected one, or ask at a window</translation>
    </message>
    <message>
        <source>还有 {count} 件在办或挂起，请先办完再迁移窗口</source>
        <translation>Visits open or parked: {count}; finish them before the window moves</translation>
    </message>
    <message>
        <source>还有 {count} 条记录没有上报，窗口没有迁移</source>
        <translation>Records not sent yet: {count}; the window did not move</translation>
    </message>
    <message>
        <source>本机的窗口已迁到另一台电脑，请到新电脑办理</source>
        <translation>This PC&apos;s window went to another PC; work there</translation>
    </message>
    <message>
        <source>更新的中转文件夹 {folder} 不能用，请信息科检查后再试</source>
        <translation>The folder {folder} for updates cannot be used; have IT look at it</translation>
    </message>
    <message>
        <source>本机有记录大厅不能收，已留在本机待人看；其余照常上报</source>
        <translation>A record the hall cannot take stays here to be looked at; the rest is sent</translation>
    </message>
    <message>
        <source>这条记录超过 {limit} KB，未保存。请减少内容或分几次办理</source>
        <translation>This record is over {limit} KB and was not saved; shorten it or split it</translation>
    </message>
    <message>
        <source>恢复纸没有写到 {file}：请换新的文件名或换盘，再做一张</source>
        <translation>The recovery paper was not written to {file}: name a new file or disk and make it again</translation>
    </message>
    <message>
        <source>保存期已满，扫描页已随申请人信息销毁，不能再看</source>
        <translation>Their time is over: the pages were destroyed with the applicant&apos;s data</translation>
    </message>
    <message>
        <source>没有查到这个预约，请核对预约码，或直接取号</source>
        <translation>No booking has this code; check it, or take a number</translation>
    </message>
    <message>
        <source>预约的是 {time}，{opens} 起可以取号</source>
        <translation>Booked for {time}; its number may be taken from {opens} on</translation>
    </message>
    <message>
        <source>预约的是 {day} {time}，请当天来取号</source>
        <translation>Booked for {day} {time}; come on that day</translation>
    </message>
    <message>
        <source>这个预约已取号 {no}，请等候叫号</source>
        <translation>Number {no} was taken for this booking; wait to be called</translation>
    </message>
    <message>
        <source>这个预约已取消，请直接取号</source>
        <translation>This booking was cancelled; take a number</translation>
    </message>
    <message>
        <source>预约的是 {day}，已经过了，请直接取号</source>
        <translation>Booked for {day}, which is over; take a number</translation>
    </message>
    <message>
        <source>预约由值班长、导办或管理员导入</source>
        <translation>Bookings are imported by a supervisor, guide or administrator</translation>
    </message>
    <message>
        <source>{file}：{reason}，请另存为 xlsx 或 CSV 后再导入</source>
        <translation>{file}: {reason}; save it as xlsx or CSV and import again</translation>
    </message>
    <message>
        <source>表里缺少列：{lacking}，可以用模板填写</source>
        <translation>Columns are missing: {lacking}; use the template</translation>
    </message>
    <message>
        <source>预约码应为 {least} 至 {most} 个字母或数字</source>
        <translation>A code has {least} to {most} letters or digits</translation>
    </message>
    <message>
        <source>“{time}”不是时间，应如 2026-11-24 和 09:00-09:30</source>
        <translation>“{time}” is no time; write 2026-11-24 and 09:00-09:30</translation>
    </message>
    <message>
        <source>没有“{name}”这个业务或事项，请填本厅的名称</source>
        <translation>“{name}” is no category or matter of this hall</translation>
    </message>
    <message>
        <source>{day} 已经过了，没有导入</source>
        <translation>{day} is over; not imported</translation>
    </message>
    <message>
        <source>已经取号 {no}，改动没有导入</source>
        <translation>Number {no} was taken; the change was not imported</translation>
    </message>
    <message>
        <source>第 {number} 条记录被改动过，没有迁移；请用 verify 查看</source>
        <translation>Record {number} was altered: the hall did not move; see zcdesk verify</translation>
    </message>
    <message>
        <source>告知书</source>
        <translation>Notice</translation>
    </message>
    <message>
        <source>没有缺或不符的材料，不用告知书</source>
        <translation>Nothing is missing or wrong; no notice needed</translation>
    </message>
    <message>
        <source>第 {i} 项缺或不符，可出告知书</source>
        <translation>Row {i} is missing or wrong; a notice can be printed</translation>
    </message>
    <message>
        <source>没有这张告知书的记录，请核对编码或重新取号</source>
        <translation>No such notice; check the code or take a new ticket</translation>
    </message>
    <message>
        <source>检查没有做完，没有写出诊断包：请再试，或运行 zcdesk doctor</source>
        <translation>The look was not finished, no bundle was written; try again or run zcdesk doctor</translation>
    </message>
    <message>
        <source>这个预约刚在别处取了号，请凭那张取号单等候叫号</source>
        <translation>A number was taken for this booking elsewhere just now; wait with that slip</translation>
    </message>
    <message>
        <source>还没有事项，请按 {keys[F6]} 添加</source>
        <translation>No matter yet; press {keys[F6]}</translation>
    </message>
    <message>
        <source>第 {i} 项已共享或留存，不用交。确要纸质按 {keys[checklist.share]}</source>
        <translation>Row {i} is shared or on file; press {keys[checklist.share]} to ask for paper</translation>
    </message>
    <message>
        <source>{time} 已打印过。补打请按 {keys[Ctrl+P]}</source>
        <translation>Printed at {time}. {keys[Ctrl+P]} prints again</translation>
    </message>
    <message>
        <source>证照库没有答复，请收纸件，或稍后再按 {keys[checklist.licence]}：{why}</source>
        <translation>The library did not answer; take paper, or press {keys[checklist.licence]} later: {why}</translation>
    </message>
    <message>
        <source>请把领取人的身份证放在读卡器上，读不了按 {keys[F4]} 手工录入</source>
        <translation>Put the receiver&apos;s card on the reader, or press {keys[F4]} to type it</translation>
    </message>
    <message>
        <source>群众还没有在屏上签字，可按 {keys[issue.sign]} 改为纸上签</source>
        <translation>Not signed on the screen yet; {keys[issue.sign]} changes to paper</translation>
    </message>
    <message>
        <source>口令已用 {n} 天，请按 {keys[Ctrl+U]} 更换</source>
        <translation>Your password is {n} days old; change it with {keys[Ctrl+U]}</translation>
    </message>
    <message>
        <source>{key} 固定不变：它只在光标处起作用，或用来找别的键</source>
        <translation>{key} stays: it acts where the focus is, or is how the other keys are found</translation>
    </message>
    <message>
        <source>{key} 留给输入法或系统，没有换。请另选一个键</source>
        <translation>{key} belongs to the input method or the system; nothing changed. Choose another</translation>
    </message>
    <message>
        <source>{key} 已用于“{what}”，没有换。请另选，或先给它换键</source>
        <translation>{key} does “{what}”; nothing changed. Choose another, or move that one first</translation>
    </message>
    <message>
        <source>{key} 不能用。可用 F2 到 F9、F11、Shift+F 键、Ctrl+字母</source>
        <translation>{key} cannot be used. F2 to F9, F11, Shift+F keys and Ctrl+letter can</translation>
    </message>
    <message>
        <source>{key} 是输入框里复制粘贴用的，没有换。请另选一个键</source>
        <translation>{key} copies and pastes in text fields; nothing changed. Choose another</translation>
    </message>
    <message>
        <source>列表里的命令只用单个字母，{key} 不行。请按一个字母</source>
        <translation>A list&apos;s commands are single letters, not {key}. Press a letter</translation>
    </message>
    <message>
        <source>{no} 的状态已变，未作改动，请按 {keys[F5]} 刷新</source>
        <translation>{no} has changed meanwhile; nothing done, press {keys[F5]}</translation>
    </message>
    <message>
        <source>该号已不在本窗口，请按 {keys[F5]} 刷新</source>
        <translation>This ticket is no longer at this window; press {keys[F5]}</translation>
    </message>
    <message>
        <source>联系不上大厅的服务器，没有取到号，请到导办台领手写号</source>
        <translation>The hall&apos;s server is out of reach and no number was given; ask the guide for one by hand</translation>
    </message>
    <message>
        <source>本机用密码登录，先换证书：server certify、sync login</source>
        <translation>This PC has a password: first a certificate, by server certify and sync login</translation>
    </message>
    <message>
        <source>这不是本机（{mine}）的证书登录文件，没有换。请要本机的</source>
        <translation>That is no login by certificate for this PC ({mine}); nothing changed. Ask for its own</translation>
    </message>
    <message>
        <source>“{file}”第 {line} 行读不懂，请看这一行和上一行</source>
        <translation>Line {line} of {file} cannot be read; look at it and the one before</translation>
    </message>
    <message>
        <source>“{file}”里的 {place} 缺少或不对，请照示例改</source>
        <translation>{place} in {file} is missing or wrong; compare the example</translation>
    </message>
    <message>
        <source>{port} 已接着本机的另一个设备，请另选端口</source>
        <translation>{port} is another device&apos;s on this PC already; choose another port</translation>
    </message>
    <message>
        <source>本机时钟与服务器相差 {n} 分钟，没有定稿任何报表；校时后再运行</source>
        <translation>This PC&apos;s clock is {n} minutes off the server&apos;s and no report was frozen; set it first</translation>
    </message>
    <message>
        <source>没有读到口令，未作改动。请在终端里运行，按提示输入</source>
        <translation>No secret was read; nothing changed. Run it in a terminal and type it there</translation>
    </message>
    <message>
        <source>日期无误</source>
        <translation>The date is right</translation>
    </message>
    <message>
        <source>电脑时间 {now}，上次可信是 {last}。请核对，销毁和定稿暂停</source>
        <translation>This PC shows {now}, last work was {last}. Check the date; erasing and reports wait</translation>
    </message>
    <message>
        <source>本机日期由值班主管或管理员确认</source>
        <translation>A supervisor or administrator confirms this PC&apos;s date</translation>
    </message>
    <message>
        <source>{no} 已经在大厅的记录里，是同一张号，不用再录</source>
        <translation>{no} is in the hall&apos;s records already; it is the same slip, do not enter it again</translation>
    </message>
    <message>
        <source>{no} 和 {other} 是同一个人取的（断网时查不到），请先问清再办</source>
        <translation>{no} and {other} were taken by the same person while the kiosk was cut off; ask first</translation>
    </message>
    <message>
        <source>“{no}”不是自助机的离线号：L 开头，例如 LA9001，请照单子输入</source>
        <translation>{no} is no number of a kiosk that was cut off, such as LA9001; type it as printed</translation>
    </message>
    <message>
        <source>还有 {n} 项没有看过：告知书要一次说全，请先看完</source>
        <translation>{n} rows were not looked at; a notice tells everything at once</translation>
    </message>
</context>
<context>
    <name>expected</name>
    <message>
        <source>约等 {a}—{b} 分</source>
        <translation>wait about {a}–{b} min</translation>
    </message>
    <message>
        <source>{b} 分钟以内</source>
        <translation>within {b} min</translation>
    </message>
    <message>
        <source>暂无预计</source>
        <translation>no estimate yet</translation>
    </message>
</context>
<context>
    <name>fee</name>
    <message>
        <source>未登记</source>
        <translation>Not recorded</translation>
    </message>
    <message>
        <source>待缴</source>
        <translation>To pay</translation>
    </message>
    <message>
        <source>已缴</source>
        <translation>Paid</translation>
    </message>
    <message>
        <source>减免</source>
        <translation>Waived</translation>
    </message>
    <message>
        <source>结果未知</source>
        <translation>Unknown</translation>
    </message>
</context>
<context>
    <name>figures</name>
    <message>
        <source>日</source>
        <translation>Day</translation>
    </message>
    <message>
        <source>周</source>
        <translation>Week</translation>
    </message>
    <message>
        <source>月</source>
        <translation>Month</translation>
    </message>
    <message>
        <source>季</source>
        <translation>Quarter</translation>
    </message>
    <message>
        <source>年</source>
        <translation>Year</translation>
    </message>
    <message>
        <source>各部门</source>
        <translation>Departments</translation>
    </message>
    <message>
        <source>各窗口</source>
        <translation>Windows</translation>
    </message>
    <message>
        <source>退回原因</source>
        <translation>Reasons of return</translation>
    </message>
    <message>
        <source>考核表</source>
        <translation>Assessment</translation>
    </message>
    <message>
        <source>表格</source>
        <translation>Table</translation>
    </message>
    <message>
        <source>取号量</source>
        <translation>Numbers taken</translation>
    </message>
    <message>
        <source>弃号率</source>
        <translation>Left unserved</translation>
    </message>
    <message>
        <source>等候时间中位数</source>
        <translation>Median wait</translation>
    </message>
    <message>
        <source>窗口办理时间中位数</source>
        <translation>Median time at the window</translation>
    </message>
    <message>
        <source>收件量</source>
        <translation>Cases received</translation>
    </message>
    <message>
        <source>网上申报率</source>
        <translation>Filed online</translation>
    </message>
    <message>
        <source>窗口一次性告知</source>
        <translation>One-time notices</translation>
    </message>
    <message>
        <source>一次性告知率</source>
        <translation>Told at once</translation>
    </message>
    <message>
        <source>材料交接准时率</source>
        <translation>Hand-over on time</translation>
    </message>
    <message>
        <source>受理答复及时率</source>
        <translation>Answered in time</translation>
    </message>
    <message>
        <source>退回率</source>
        <translation>Returned</translation>
    </message>
    <message>
        <source>容缺按期补齐率</source>
        <translation>Promises kept</translation>
    </message>
    <message>
        <source>办结量</source>
        <translation>Cases decided</translation>
    </message>
    <message>
        <source>按时办结率</source>
        <translation>Decided on time</translation>
    </message>
    <message>
        <source>平均审查环节</source>
        <translation>Stages of review</translation>
    </message>
    <message>
        <source>最多跑一次率</source>
        <translation>One visit at most</translation>
    </message>
    <message>
        <source>群众满意率</source>
        <translation>Satisfied</translation>
    </message>
    <message>
        <source>二次录入耗时</source>
        <translation>Second entry</translation>
    </message>
    <message>
        <source>当日取出的号</source>
        <translation>Numbers taken on the day</translation>
    </message>
    <message>
        <source>未办理即离开或过期的号 ÷ 取号量</source>
        <translation>Numbers that left or expired unserved ÷ numbers taken</translation>
    </message>
    <message>
        <source>从取号（预约从约定时间）到叫号，取中位数</source>
        <translation>From number (or appointed time) to call, median</translation>
    </message>
    <message>
        <source>从到窗到办结离窗，取中位数</source>
        <translation>From arrival at the window to the end of the visit, median</translation>
    </message>
    <message>
        <source>收件且未作废、未并案的办件</source>
        <translation>Cases received, neither voided nor merged</translation>
    </message>
    <message>
        <source>由网上申报转入的办件 ÷ 收件量</source>
        <translation>Cases filed online ÷ cases received</translation>
    </message>
    <message>
        <source>窗口开出的一次性告知书</source>
        <translation>One-time notices given at windows</translation>
    </message>
    <message>
        <source>退回补正后没有再提新问题的办件 ÷ 退回补正的办件</source>
        <translation>Returned cases without a new point later ÷ returned cases</translation>
    </message>
    <message>
        <source>在规定时点前交接的办件 ÷ 应交接的办件</source>
        <translation>Cases handed over by their time ÷ cases due</translation>
    </message>
    <message>
        <source>时限内受理、退回或不予受理 ÷ 全部答复</source>
        <translation>Answers inside the limit ÷ all answers</translation>
    </message>
    <message>
        <source>首次答复为退回补正的办件 ÷ 首次答复的办件</source>
        <translation>Cases first returned ÷ cases first answered</translation>
    </message>
    <message>
        <source>按期补交的容缺材料 ÷ 到期的容缺材料</source>
        <translation>Promised papers in on time ÷ promised papers due</translation>
    </message>
    <message>
        <source>作出决定的办件</source>
        <translation>Cases decided</translation>
    </message>
    <message>
        <source>承诺期限内决定的办件 ÷ 有期限且已决定的办件</source>
        <translation>Decided inside the promise ÷ decided with a limit</translation>
    </message>
    <message>
        <source>已决定办件的审查环节数，取平均</source>
        <translation>Stages of the cases decided, mean</translation>
    </message>
    <message>
        <source>申请人至多到场一次的办件 ÷ 已送达的办件</source>
        <translation>Cases with one visit at most ÷ cases delivered</translation>
    </message>
    <message>
        <source>基本满意以上的评价 ÷ 全部评价</source>
        <translation>Ratings fair or better ÷ all ratings</translation>
    </message>
    <message>
        <source>把办件再录入其他系统所用的分钟数</source>
        <translation>Minutes spent typing cases into other systems</translation>
    </message>
    <message>
        <source>四减与目标</source>
        <translation>Reductions and targets</translation>
    </message>
    <message>
        <source>差评按期整改率</source>
        <translation>Bad ratings mended in time</translation>
    </message>
    <message>
        <source>期限内整改、答复并回访的差评 ÷ 计入的差评</source>
        <translation>Bad ratings mended, answered and called back inside the limit ÷ bad ratings that count</translation>
    </message>
    <message>
        <source>投诉按期答复率</source>
        <translation>Complaints answered in time</translation>
    </message>
    <message>
        <source>咨询按期答复率</source>
        <translation>Questions answered in time</translation>
    </message>
    <message>
        <source>期限内答复的投诉 ÷ 收到的投诉</source>
        <translation>Complaints answered inside the limit ÷ complaints that came</translation>
    </message>
    <message>
        <source>期限内答复的咨询 ÷ 收到的咨询</source>
        <translation>Questions answered inside the limit ÷ questions that came</translation>
    </message>
    <message>
        <source>一件事办件量</source>
        <translation>Cases of packages</translation>
    </message>
    <message>
        <source>按一件事套餐一次收下的办件</source>
        <translation>cases taken in at once as a package of matters</translation>
    </message>
    <message>
        <source>分钟</source>
        <translation>min</translation>
    </message>
    <message>
        <source>自助取号率</source>
        <translation>Numbers taken by oneself</translation>
    </message>
    <message>
        <source>在自助机或网上自己取的号 ÷ 取号量</source>
        <translation>Numbers taken at a kiosk or online ÷ numbers taken</translation>
    </message>
    <message>
        <source>预约量</source>
        <translation>Bookings</translation>
    </message>
    <message>
        <source>预约履约率</source>
        <translation>Bookings kept</translation>
    </message>
    <message>
        <source>当日已取号或已失约的预约，取消的不计</source>
        <translation>Bookings of the day whose number was taken or that were missed; cancelled ones do not count</translation>
    </message>
    <message>
        <source>按时取号的预约 ÷ 预约量</source>
        <translation>Bookings whose number was taken in time ÷ bookings</translation>
    </message>
</context>
<context>
    <name>findings</name>
    <message>
        <source>{column}没有填写</source>
        <translation>{column} is empty</translation>
    </message>
    <message>
        <source>填写{column}</source>
        <translation>Fill in {column}</translation>
    </message>
    <message>
        <source>{column}“{raw}”不能用</source>
        <translation>{column}: “{raw}” cannot be used</translation>
    </message>
    <message>
        <source>改为 {near}</source>
        <translation>Write {near}</translation>
    </message>
    <message>
        <source>没有“{key}”这个字段</source>
        <translation>There is no field “{key}”</translation>
    </message>
    <message>
        <source>写四位数字，如 {code}</source>
        <translation>Write four digits, such as {code}</translation>
    </message>
    <message>
        <source>编码“{code}”不是四位数字</source>
        <translation>Code “{code}” is not four digits</translation>
    </message>
    <message>
        <source>一表没有字段“{fields}”</source>
        <translation>The one form has no field “{fields}”</translation>
    </message>
    <message>
        <source>可用的有：{known}</source>
        <translation>There are: {known}</translation>
    </message>
    <message>
        <source>承诺时限 {promised} 个{own}超过法定时限 {statutory} 个{unit}</source>
        <translation>Promise of {promised} {own} exceeds the statutory {statutory} {unit}</translation>
    </message>
    <message>
        <source>写不超过 {statutory} 个{unit}的承诺时限，或核对法定时限</source>
        <translation>Promise at most {statutory} {unit}, or check the statutory limit</translation>
    </message>
    <message>
        <source>{names}等 {n} 份材料没有法定依据</source>
        <translation>{names} and others ({n} in all) have no legal basis</translation>
    </message>
    <message>
        <source>{names}没有法定依据</source>
        <translation>{names} has no legal basis</translation>
    </message>
    <message>
        <source>写明法律、法规或规章的名称和条款；没有依据的材料应删除</source>
        <translation>Name the law, regulation or rule and its article; delete materials without one</translation>
    </message>
    <message>
        <source>“{name}”属兜底表述（{words}）</source>
        <translation>“{name}” is a catch-all ({words})</translation>
    </message>
    <message>
        <source>“{name}”与第 {first} 份材料重复</source>
        <translation>“{name}” repeats material {first}</translation>
    </message>
    <message>
        <source>删去一份；确是两份不同材料的，用名称区分开</source>
        <translation>Delete one; if they differ, tell them apart by name</translation>
    </message>
    <message>
        <source>可容缺的材料没有写补交天数</source>
        <translation>A material that can be promised has no days to bring it in</translation>
    </message>
    <message>
        <source>写容缺补交的工作日数，如 5；不能容缺的把必要性改为 required（必要）</source>
        <translation>Give working days to bring it in, such as 5; if it cannot be promised, make it required</translation>
    </message>
    <message>
        <source>可以共享的材料仍向申请人收取，没有写理由</source>
        <translation>A shareable material is still asked of the applicant, without a reason</translation>
    </message>
    <message>
        <source>把来源改为 shared（数据共享），或写明仍须申请人提交的理由</source>
        <translation>Make the source shared, or say why the applicant must bring it</translation>
    </message>
    <message>
        <source>把每份材料单列一行：{papers}，其余逐一写出名称，不写“等”</source>
        <translation>One line per material: {papers}; name the others too, no “and so on”</translation>
    </message>
    <message>
        <source>写出规定或要求的是哪一份材料，并在材料依据里注明条款；写不出的删去</source>
        <translation>Name the material that is required and its article as basis; delete what cannot be named</translation>
    </message>
    <message>
        <source>保留{papers}，把“{words}”改为具体材料名称；没有具体材料的删去</source>
        <translation>Keep {papers}; turn “{words}” into a named material, or delete it</translation>
    </message>
    <message>
        <source>写出材料的具体名称，一份一行；没有具体材料的删去本行</source>
        <translation>Name the material, one per line; delete the line if there is none</translation>
    </message>
    <message>
        <source>换一个编码</source>
        <translation>Choose another code</translation>
    </message>
    <message>
        <source>编码 {code} 已用于“{other}”</source>
        <translation>Code {code} is used for “{other}”</translation>
    </message>
    <message>
        <source>事项“{name}”在本文件里写了两遍</source>
        <translation>Matter “{name}” stands in this file twice</translation>
    </message>
    <message>
        <source>删去一行，或更正序号和名称</source>
        <translation>Delete one line, or correct number and name</translation>
    </message>
    <message>
        <source>材料“{name}”不属于本文件的任何事项</source>
        <translation>Material “{name}” belongs to no matter of this file</translation>
    </message>
    <message>
        <source>在“事项键”列写事项表里有的键，或在“事项名称”列写全名</source>
        <translation>Write a matter&apos;s key in the key column, or its full name in the name column</translation>
    </message>
    <message>
        <source>没有填写</source>
        <translation>Empty</translation>
    </message>
    <message>
        <source>写上牵头部门</source>
        <translation>Name the leading department</translation>
    </message>
    <message>
        <source>没有写牵头部门</source>
        <translation>No leading department is named</translation>
    </message>
    <message>
        <source>写目录里有的事项键</source>
        <translation>Write a matter&apos;s key of the catalogue</translation>
    </message>
    <message>
        <source>目录里没有事项“{key}”</source>
        <translation>The catalogue has no matter “{key}”</translation>
    </message>
    <message>
        <source>“{name}”涉密，不能放进套餐</source>
        <translation>“{name}” is secret and goes into no package</translation>
    </message>
    <message>
        <source>删去这一项</source>
        <translation>Delete it</translation>
    </message>
    <message>
        <source>一件事至少要两个事项</source>
        <translation>A package needs two matters at least</translation>
    </message>
    <message>
        <source>补上其他事项，或不做成套餐</source>
        <translation>Add other matters, or make no package</translation>
    </message>
    <message>
        <source>有两个问题用了同一个键</source>
        <translation>Two questions have one key</translation>
    </message>
    <message>
        <source>每个问题用不同的键</source>
        <translation>Give each question a key of its own</translation>
    </message>
    <message>
        <source>“{text}”只有 {n} 个答案</source>
        <translation>“{text}” has {n} answer(s) only</translation>
    </message>
    <message>
        <source>至少写两个答案，或删去这个问题</source>
        <translation>Write two answers at least, or delete the question</translation>
    </message>
    <message>
        <source>“{text}”的答案“{answer}”指向没有的问题“{next}”</source>
        <translation>Answer “{answer}” of “{text}” leads to no question “{next}”</translation>
    </message>
    <message>
        <source>写已有问题的键，或留空</source>
        <translation>Write the key of a question, or nothing</translation>
    </message>
    <message>
        <source>从某个答案指向它</source>
        <translation>Let an answer lead to it</translation>
    </message>
    <message>
        <source>问题“{text}”永远问不到</source>
        <translation>Question “{text}” is never asked</translation>
    </message>
    <message>
        <source>改掉绕回的答案</source>
        <translation>Change the answer that leads back</translation>
    </message>
    <message>
        <source>问题“{text}”绕回到自己</source>
        <translation>Question “{text}” leads back to itself</translation>
    </message>
    <message>
        <source>套餐 {where} 写法不对：{error}</source>
        <translation>Package {where} is not written well: {error}</translation>
    </message>
    <message>
        <source>套餐 {where} 有不认识的字段：{fields}</source>
        <translation>Package {where} has unknown fields: {fields}</translation>
    </message>
    <message>
        <source>没有 packages 列表，不是一件事套餐</source>
        <translation>No list of packages: not a file of packages</translation>
    </message>
    <message>
        <source>事项键</source>
        <translation>Matter key</translation>
    </message>
    <message>
        <source>文件里没有这个事项</source>
        <translation>No such matter in the file</translation>
    </message>
    <message>
        <source>不能为空</source>
        <translation>Must not be empty</translation>
    </message>
    <message>
        <source>这是文件夹，请指定其中的一个文件</source>
        <translation>That is a folder; choose a file in it</translation>
    </message>
    <message>
        <source>不是普通文件</source>
        <translation>Not a regular file</translation>
    </message>
    <message>
        <source>文件大于 {n} MB，不像事项目录</source>
        <translation>Over {n} MB, which is no catalogue</translation>
    </message>
    <message>
        <source>文件不存在</source>
        <translation>The file does not exist</translation>
    </message>
    <message>
        <source>文件打不开，请检查权限或是否被占用</source>
        <translation>The file cannot be opened; check rights, or who has it open</translation>
    </message>
    <message>
        <source>是二进制文件，不是文本</source>
        <translation>A binary file, not text</translation>
    </message>
    <message>
        <source>第 {line} 行不是 UTF-8 编码，请另存为 UTF-8</source>
        <translation>Line {line} is not UTF-8; save the file as UTF-8</translation>
    </message>
    <message>
        <source>程序自带的事项目录不见了，请重新安装</source>
        <translation>The shipped catalogue is gone; install again</translation>
    </message>
    <message>
        <source>不认识的文件类型，应为 {kinds}</source>
        <translation>Unknown kind of file; it may be {kinds}</translation>
    </message>
    <message>
        <source>只能导出为 .yaml 或 .xlsx</source>
        <translation>Only .yaml or .xlsx can be written</translation>
    </message>
    <message>
        <source>工作簿已损坏，请用表格软件打开后另存</source>
        <translation>The workbook is damaged; open it in a spreadsheet and save it anew</translation>
    </message>
    <message>
        <source>没有工作表“{sheet}”</source>
        <translation>There is no sheet “{sheet}”</translation>
    </message>
    <message>
        <source>工作表“{sheet}”超过 {n} 行</source>
        <translation>Sheet “{sheet}” has more than {n} rows</translation>
    </message>
    <message>
        <source>工作簿里有不该有的定义，已停止读取</source>
        <translation>The workbook holds definitions it must not; reading stopped</translation>
    </message>
    <message>
        <source>不是 xlsx 工作簿，或设有打开密码</source>
        <translation>Not an xlsx workbook, or locked by a password</translation>
    </message>
    <message>
        <source>不是 xlsx 工作簿，或内容过大</source>
        <translation>Not an xlsx workbook, or too large</translation>
    </message>
    <message>
        <source>工作表“{sheet}”第 1 行缺少列：{lacking}</source>
        <translation>Sheet “{sheet}”, row 1 lacks columns: {lacking}</translation>
    </message>
    <message>
        <source>第 {line} 行不是正确的 CSV</source>
        <translation>Line {line} is no correct CSV</translation>
    </message>
    <message>
        <source>文件是空的</source>
        <translation>The file is empty</translation>
    </message>
    <message>
        <source>第 1 行缺少列：{lacking}，不是事项目录</source>
        <translation>Row 1 lacks columns {lacking}: not a catalogue</translation>
    </message>
    <message>
        <source>第 {line} 行比表头多出 {n} 列</source>
        <translation>Line {line} has {n} more columns than the heading</translation>
    </message>
    <message>
        <source>没有 matters 列表，不是事项目录</source>
        <translation>No list of matters: not a catalogue</translation>
    </message>
    <message>
        <source>matters 第 {number} 项应为键和值</source>
        <translation>Matter {number} must be keys and values</translation>
    </message>
    <message>
        <source>第 {where} 项的 materials 应为列表，每份材料是键和值</source>
        <translation>Materials of item {where} must be a list of keys and values</translation>
    </message>
    <message>
        <source>第 {line} 行起不是正确的 YAML</source>
        <translation>From line {line} on, not correct YAML</translation>
    </message>
    <message>
        <source>不是正确的 YAML</source>
        <translation>Not correct YAML</translation>
    </message>
    <message>
        <source>第 {line} 行{reason}</source>
        <translation>Line {line}: {reason}</translation>
    </message>
    <message>
        <source>又开始了一个文档，一个文件只能有一个</source>
        <translation>A second document begins; a file has one</translation>
    </message>
    <message>
        <source>引用了没有定义完的 *{name}</source>
        <translation>*{name} is used before it is complete</translation>
    </message>
    <message>
        <source>嵌套太深</source>
        <translation>Nested too deep</translation>
    </message>
    <message>
        <source>有不支持的标签，请只写文字和数字</source>
        <translation>A tag is not supported; write text and numbers only</translation>
    </message>
    <message>
        <source>键应为一个词</source>
        <translation>A key must be one word</translation>
    </message>
    <message>
        <source>“{key}”写了两遍</source>
        <translation>“{key}” is written twice</translation>
    </message>
    <message>
        <source>展开后的内容太多</source>
        <translation>Too much once expanded</translation>
    </message>
    <message>
        <source>一行写一个事项</source>
        <translation>One line per matter</translation>
    </message>
    <message>
        <source>表里没有事项</source>
        <translation>The table holds no matter</translation>
    </message>
    <message>
        <source>“{name}”属于{department}，不在您维护的部门</source>
        <translation>“{name}” belongs to {department}, not a department you look after</translation>
    </message>
    <message>
        <source>删去这一行，或请该部门的维护员导入</source>
        <translation>Delete the line, or let that department&apos;s editor import it</translation>
    </message>
    <message>
        <source>换一个编码，或把事项名称和部门写得与现有事项一致</source>
        <translation>Choose another code, or write name and department as they are</translation>
    </message>
    <message>
        <source>编码 {code} 在本厅已用于另一事项</source>
        <translation>Code {code} is used for another matter here</translation>
    </message>
    <message>
        <source>“{name}”没有编码</source>
        <translation>“{name}” has no code</translation>
    </message>
    <message>
        <source>写四位数字的编码，如 {code}</source>
        <translation>Write a code of four digits, such as {code}</translation>
    </message>
    <message>
        <source>“{name}”已有别人的修改稿，{at} 保存</source>
        <translation>Somebody else&apos;s draft of “{name}” was saved at {at}</translation>
    </message>
    <message>
        <source>先在事项管理里处理那一稿，再导入</source>
        <translation>Settle that draft in Catalogue first, then import</translation>
    </message>
    <message>
        <source>没有窗口受理“{name}”</source>
        <translation>No window takes “{name}”</translation>
    </message>
    <message>
        <source>在“窗口类别”列写本厅窗口受理的类别，或先给窗口加上这一类</source>
        <translation>Write a category this hall&apos;s windows take, or add it to a window first</translation>
    </message>
    <message>
        <source>应为文字</source>
        <translation>Must be text</translation>
    </message>
    <message>
        <source>应为一段文字</source>
        <translation>Must be one text</translation>
    </message>
    <message>
        <source>含有看不见的控制字符</source>
        <translation>Holds invisible control characters</translation>
    </message>
    <message>
        <source>应为{unit}，只写数字</source>
        <translation>Must be {unit}, digits only</translation>
    </message>
    <message>
        <source>应为 {least} 到 9999 之间的{unit}</source>
        <translation>Must be {unit} from {least} to 9999</translation>
    </message>
    <message>
        <source>应为“是”或“否”</source>
        <translation>Must be yes or no</translation>
    </message>
    <message>
        <source>应为{allowed} 之一</source>
        <translation>Must be one of {allowed}</translation>
    </message>
    <message>
        <source>整数</source>
        <translation>a whole number</translation>
    </message>
    <message>
        <source>天数</source>
        <translation>days</translation>
    </message>
    <message>
        <source>版本号</source>
        <translation>a version number</translation>
    </message>
    <message>
        <source>文件打不开</source>
        <translation>the file cannot be opened</translation>
    </message>
    <message>
        <source>文件太大</source>
        <translation>the file is too large</translation>
    </message>
    <message>
        <source>超过 {n} 行</source>
        <translation>more than {n} rows</translation>
    </message>
    <message>
        <source>写不了这个文件</source>
        <translation>this file cannot be written</translation>
    </message>
    <message>
        <source>不是文本，也不是 xlsx 表格</source>
        <translation>neither text nor an xlsx table</translation>
    </message>
    <message>
        <source>不是正确的 CSV</source>
        <translation>not a correct CSV</translation>
    </message>
    <message>
        <source>没有文字，或含有换行</source>
        <translation>no text, or a line break in it</translation>
    </message>
    <message>
        <source>没有这种短信，或不是文字</source>
        <translation>no such message, or no text</translation>
    </message>
    <message>
        <source>不是 UTF-8 文字</source>
        <translation>not UTF-8 text</translation>
    </message>
    <message>
        <source>messages: http、modem、folder 三选一</source>
        <translation>messages: one of http, modem, folder</translation>
    </message>
    <message>
        <source>应为对象</source>
        <translation>must be an object</translation>
    </message>
    <message>
        <source>没有这一项</source>
        <translation>there is no such entry</translation>
    </message>
    <message>
        <source>没有填</source>
        <translation>not filled in</translation>
    </message>
    <message>
        <source>不在可选值里</source>
        <translation>not one of the values</translation>
    </message>
    <message>
        <source>类型或长短不对</source>
        <translation>wrong type or length</translation>
    </message>
    <message>
        <source>不合格式</source>
        <translation>wrong form</translation>
    </message>
    <message>
        <source>与 agency 不一致</source>
        <translation>does not agree with agency</translation>
    </message>
    <message>
        <source>邮寄须填地址</source>
        <translation>post needs an address</translation>
    </message>
    <message>
        <source>材料重复</source>
        <translation>a material stands there twice</translation>
    </message>
    <message>
        <source>校验位或日期不对</source>
        <translation>wrong check digit or date</translation>
    </message>
    <message>
        <source>与 is_unit 不一致</source>
        <translation>does not agree with is_unit</translation>
    </message>
    <message>
        <source>{y}年第{n}季度</source>
        <translation>{y} Q{n}</translation>
    </message>
    <message>
        <source>{y}年第{n}周</source>
        <translation>week {n} of {y}</translation>
    </message>
    <message>
        <source>{y}年{m}月{d}日</source>
        <translation>{y}-{m}-{d}</translation>
    </message>
    <message>
        <source>{y}年{m}月</source>
        <translation>{y}-{m}</translation>
    </message>
    <message>
        <source>{y}年</source>
        <translation>{y}</translation>
    </message>
    <message>
        <source>编码</source>
        <translation>Code</translation>
    </message>
    <message>
        <source>事项名称</source>
        <translation>Name of the matter</translation>
    </message>
    <message>
        <source>实施部门</source>
        <translation>Department</translation>
    </message>
    <message>
        <source>窗口类别</source>
        <translation>Window category</translation>
    </message>
    <message>
        <source>附件序号</source>
        <translation>Annex no.</translation>
    </message>
    <message>
        <source>版本</source>
        <translation>Version</translation>
    </message>
    <message>
        <source>办件类型</source>
        <translation>Type</translation>
    </message>
    <message>
        <source>法定时限</source>
        <translation>Statutory limit</translation>
    </message>
    <message>
        <source>法定时限单位</source>
        <translation>Unit of the statutory limit</translation>
    </message>
    <message>
        <source>承诺时限</source>
        <translation>Promised limit</translation>
    </message>
    <message>
        <source>承诺时限单位</source>
        <translation>Unit of the promised limit</translation>
    </message>
    <message>
        <source>法定依据</source>
        <translation>Legal basis</translation>
    </message>
    <message>
        <source>收费</source>
        <translation>Fee</translation>
    </message>
    <message>
        <source>收费环节</source>
        <translation>When the fee is due</translation>
    </message>
    <message>
        <source>办理结果</source>
        <translation>Result</translation>
    </message>
    <message>
        <source>密级</source>
        <translation>Secrecy</translation>
    </message>
    <message>
        <source>群众说法</source>
        <translation>What people call it</translation>
    </message>
    <message>
        <source>一表字段</source>
        <translation>Fields of the one form</translation>
    </message>
    <message>
        <source>前置事项</source>
        <translation>Matters before it</translation>
    </message>
    <message>
        <source>清单来源</source>
        <translation>Source of the list</translation>
    </message>
    <message>
        <source>可信程度</source>
        <translation>Confidence</translation>
    </message>
    <message>
        <source>原文已读</source>
        <translation>Original text read</translation>
    </message>
    <message>
        <source>备注</source>
        <translation>Remark</translation>
    </message>
    <message>
        <source>生效日期</source>
        <translation>In force from</translation>
    </message>
    <message>
        <source>维护人</source>
        <translation>Editor</translation>
    </message>
    <message>
        <source>审核人</source>
        <translation>Approver</translation>
    </message>
    <message>
        <source>材料名称</source>
        <translation>Name of the material</translation>
    </message>
    <message>
        <source>材料形式</source>
        <translation>Form</translation>
    </message>
    <message>
        <source>份数</source>
        <translation>Copies</translation>
    </message>
    <message>
        <source>必要性</source>
        <translation>Need</translation>
    </message>
    <message>
        <source>来源渠道</source>
        <translation>Source</translation>
    </message>
    <message>
        <source>容缺天数</source>
        <translation>Days to bring it in</translation>
    </message>
    <message>
        <source>可共享</source>
        <translation>Shareable</translation>
    </message>
    <message>
        <source>仍收理由</source>
        <translation>Reason it is still asked</translation>
    </message>
    <message>
        <source>适用情形</source>
        <translation>When it applies</translation>
    </message>
    <message>
        <source>材料依据</source>
        <translation>Basis of the material</translation>
    </message>
    <message>
        <source>受理要点</source>
        <translation>Points to check</translation>
    </message>
    <message>
        <source>样表</source>
        <translation>Sample</translation>
    </message>
    <message>
        <source>需签名</source>
        <translation>Signature needed</translation>
    </message>
    <message>
        <source>需盖章</source>
        <translation>Seal needed</translation>
    </message>
    <message>
        <source>材料备注</source>
        <translation>Remark on the material</translation>
    </message>
    <message>
        <source>材料出处</source>
        <translation>Source of the material</translation>
    </message>
    <message>
        <source>材料可信程度</source>
        <translation>Confidence in the material</translation>
    </message>
    <message>
        <source>事项</source>
        <translation>Matters</translation>
    </message>
    <message>
        <source>材料</source>
        <translation>Materials</translation>
    </message>
    <message>
        <source>请写上</source>
        <translation>Fill it in</translation>
    </message>
</context>
<context>
    <name>footer</name>
    <message>
        <source>{i} 待核原件</source>
        <translation>{i} to compare</translation>
    </message>
    <message>
        <source>{i} 未收</source>
        <translation>{i} not received</translation>
    </message>
    <message>
        <source>{i} 缺或不符</source>
        <translation>{i} missing or defective</translation>
    </message>
    <message>
        <source>{i} 待部门答复</source>
        <translation>{i} with the department</translation>
    </message>
    <message>
        <source>{i} 补齐期限已过</source>
        <translation>{i} past due</translation>
    </message>
    <message>
        <source>{i} 补齐期限未定</source>
        <translation>{i} without due date</translation>
    </message>
    <message>
        <source>事项</source>
        <translation>Matter</translation>
    </message>
    <message>
        <source>申请人信息</source>
        <translation>Applicant data</translation>
    </message>
    <message>
        <source>经办与委托</source>
        <translation>Presenter and authority</translation>
    </message>
    <message>
        <source>一表未填 {n} 项</source>
        <translation>Fields left: {n}</translation>
    </message>
    <message>
        <source>承诺书待签</source>
        <translation>Promise to sign</translation>
    </message>
    <message>
        <source>邮寄地址</source>
        <translation>Postal address</translation>
    </message>
</context>
<context>
    <name>form</name>
    <message>
        <source>申请人</source>
        <translation>Applicant</translation>
    </message>
    <message>
        <source>场所</source>
        <translation>Premises</translation>
    </message>
    <message>
        <source>经营</source>
        <translation>Business</translation>
    </message>
    <message>
        <source>附加</source>
        <translation>Additional</translation>
    </message>
    <message>
        <source>读卡</source>
        <translation>Card</translation>
    </message>
    <message>
        <source>证照</source>
        <translation>E-licence</translation>
    </message>
    <message>
        <source>历史</source>
        <translation>Earlier case</translation>
    </message>
    <message>
        <source>手工</source>
        <translation>By hand</translation>
    </message>
</context>
<context>
    <name>handover</name>
    <message>
        <source>部门</source>
        <translation>Department</translation>
    </message>
    <message>
        <source>件</source>
        <translation>Cases</translation>
    </message>
    <message>
        <source>截止</source>
        <translation>Due</translation>
    </message>
    <message>
        <source>状态</source>
        <translation>State</translation>
    </message>
    <message>
        <source>件号</source>
        <translation>Case no.</translation>
    </message>
    <message>
        <source>事项</source>
        <translation>Matter</translation>
    </message>
    <message>
        <source>申请人</source>
        <translation>Applicant</translation>
    </message>
    <message>
        <source>份</source>
        <translation>Papers</translation>
    </message>
    <message>
        <source>待移交的部门</source>
        <translation>Departments with papers waiting</translation>
    </message>
    <message>
        <source>这一批的件</source>
        <translation>Cases of this batch</translation>
    </message>
    <message>
        <source>{n} 容缺 {m}</source>
        <translation>{n}, {m} to come</translation>
    </message>
    <message>
        <source>与交接表不符</source>
        <translation>Differs from the list</translation>
    </message>
    <message>
        <source>材料不全</source>
        <translation>Papers are missing</translation>
    </message>
    <message>
        <source>不属本部门</source>
        <translation>Not this department&apos;s</translation>
    </message>
    <message>
        <source>领取人暂不接收</source>
        <translation>Not taken for now</translation>
    </message>
    <message>
        <source>部门今日不来取</source>
        <translation>Not fetched today</translation>
    </message>
    <message>
        <source>清单有误，重新制作</source>
        <translation>Wrong list, made anew</translation>
    </message>
    <message>
        <source>不是本大厅的件</source>
        <translation>Not a case of this hall</translation>
    </message>
    <message>
        <source>回执已作废，现为 {about}</source>
        <translation>Void receipt, now {about}</translation>
    </message>
    <message>
        <source>属{about}</source>
        <translation>Belongs to {about}</translation>
    </message>
    <message>
        <source>属另一批，{about} 前移交</source>
        <translation>Another batch, due {about}</translation>
    </message>
    <message>
        <source>已在未签字的表 {about} 上</source>
        <translation>On the unsigned list {about}</translation>
    </message>
    <message>
        <source>纸质材料不在窗口，可能已移交</source>
        <translation>No paper of it is here; passed already?</translation>
    </message>
    <message>
        <source>待签字</source>
        <translation>To sign</translation>
    </message>
    <message>
        <source>已迟 {n} 分</source>
        <translation>{n} min late</translation>
    </message>
    <message>
        <source>剩 {n} 分</source>
        <translation>{n} min left</translation>
    </message>
    <message>
        <source>今 {time}</source>
        <translation>Today {time}</translation>
    </message>
    <message>
        <source>未扫到</source>
        <translation>Not scanned</translation>
    </message>
    <message>
        <source>已扫</source>
        <translation>Scanned</translation>
    </message>
    <message>
        <source>待移交</source>
        <translation>To pass</translation>
    </message>
    <message>
        <source>不移交</source>
        <translation>Not passed</translation>
    </message>
    <message>
        <source>迟 {n} 天</source>
        <translation>{n} d late</translation>
    </message>
</context>
<context>
    <name>keys</name>
    <message>
        <source>快捷键</source>
        <translation>Keys</translation>
    </message>
    <message>
        <source>刷新</source>
        <translation>Refresh</translation>
    </message>
    <message>
        <source>全屏</source>
        <translation>Full screen</translation>
    </message>
    <message>
        <source>下一个模块</source>
        <translation>Next module</translation>
    </message>
    <message>
        <source>上一个模块</source>
        <translation>Previous module</translation>
    </message>
    <message>
        <source>查询</source>
        <translation>Search</translation>
    </message>
    <message>
        <source>锁屏</source>
        <translation>Lock</translation>
    </message>
    <message>
        <source>撤销上一步</source>
        <translation>Undo</translation>
    </message>
    <message>
        <source>补打</source>
        <translation>Reprint</translation>
    </message>
    <message>
        <source>收</source>
        <translation>Receive</translation>
    </message>
    <message>
        <source>原件已核</source>
        <translation>Compared</translation>
    </message>
    <message>
        <source>缺</source>
        <translation>Missing</translation>
    </message>
    <message>
        <source>容缺</source>
        <translation>Promise</translation>
    </message>
    <message>
        <source>共享</source>
        <translation>Share</translation>
    </message>
    <message>
        <source>不符</source>
        <translation>Defective</translation>
    </message>
    <message>
        <source>不适用</source>
        <translation>Not applicable</translation>
    </message>
    <message>
        <source>扫描</source>
        <translation>Scan</translation>
    </message>
    <message>
        <source>查看</source>
        <translation>View</translation>
    </message>
    <message>
        <source>备注</source>
        <translation>Remark</translation>
    </message>
    <message>
        <source>全收</source>
        <translation>All</translation>
    </message>
    <message>
        <source>请部门确认</source>
        <translation>Ask department</translation>
    </message>
    <message>
        <source>坚持递交</source>
        <translation>Insists</translation>
    </message>
    <message>
        <source>申请人自愿补充</source>
        <translation>Voluntary</translation>
    </message>
    <message>
        <source>人证已核对</source>
        <translation>Face matches ID</translation>
    </message>
    <message>
        <source>共用（全体申请人一份）</source>
        <translation>One for all applicants</translation>
    </message>
    <message>
        <source>下一位申请人</source>
        <translation>Next applicant</translation>
    </message>
    <message>
        <source>收第几项（0 再按一位为十几项）</source>
        <translation>Receive row (0, then a digit: 10 and up)</translation>
    </message>
    <message>
        <source>下一位</source>
        <translation>Next</translation>
    </message>
    <message>
        <source>更多排队操作</source>
        <translation>Queue menu</translation>
    </message>
    <message>
        <source>重呼</source>
        <translation>Recall</translation>
    </message>
    <message>
        <source>过号</source>
        <translation>No-show</translation>
    </message>
    <message>
        <source>申请人、读证件</source>
        <translation>Applicant, read card</translation>
    </message>
    <message>
        <source>添加事项</source>
        <translation>Add matter</translation>
    </message>
    <message>
        <source>一表填写</source>
        <translation>Form</translation>
    </message>
    <message>
        <source>核对并打印</source>
        <translation>Check and print</translation>
    </message>
    <message>
        <source>已到、采用</source>
        <translation>Arrived, take</translation>
    </message>
    <message>
        <source>返回一步</source>
        <translation>Step back</translation>
    </message>
    <message>
        <source>选一项</source>
        <translation>Choose</translation>
    </message>
    <message>
        <source>返回</source>
        <translation>Back</translation>
    </message>
    <message>
        <source>保存</source>
        <translation>Save</translation>
    </message>
    <message>
        <source>确认</source>
        <translation>OK</translation>
    </message>
    <message>
        <source>取消</source>
        <translation>Cancel</translation>
    </message>
    <message>
        <source>采用</source>
        <translation>Take</translation>
    </message>
    <message>
        <source>替换当前</source>
        <translation>Replace</translation>
    </message>
    <message>
        <source>采用第几条</source>
        <translation>Take row</translation>
    </message>
    <message>
        <source>按部门查找</source>
        <translation>By department</translation>
    </message>
    <message>
        <source>读证件</source>
        <translation>Read card</translation>
    </message>
    <message>
        <source>下一栏</source>
        <translation>Next field</translation>
    </message>
    <message>
        <source>完成</source>
        <translation>Done</translation>
    </message>
    <message>
        <source>下一个空的必填栏</source>
        <translation>Next required field</translation>
    </message>
    <message>
        <source>下一组</source>
        <translation>Next section</translation>
    </message>
    <message>
        <source>确认并打印</source>
        <translation>Confirm and print</translation>
    </message>
    <message>
        <source>改第几行</source>
        <translation>Edit row</translation>
    </message>
    <message>
        <source>返回修改</source>
        <translation>Back to edit</translation>
    </message>
    <message>
        <source>读取</source>
        <translation>Read</translation>
    </message>
    <message>
        <source>导入</source>
        <translation>Import</translation>
    </message>
    <message>
        <source>打印这一份</source>
        <translation>Print this one</translation>
    </message>
    <message>
        <source>没有出纸，重打</source>
        <translation>No paper out, print again</translation>
    </message>
    <message>
        <source>重试、出来了</source>
        <translation>Try again, it came out</translation>
    </message>
    <message>
        <source>是否已打印</source>
        <translation>Whether it printed</translation>
    </message>
    <message>
        <source>换打印机、稍后打</source>
        <translation>Another printer, later</translation>
    </message>
    <message>
        <source>查找下一个</source>
        <translation>Find next</translation>
    </message>
    <message>
        <source>打开</source>
        <translation>Open</translation>
    </message>
    <message>
        <source>选第几行</source>
        <translation>Choose row</translation>
    </message>
    <message>
        <source>空格</source>
        <translation>Space</translation>
    </message>
    <message>
        <source>已看</source>
        <translation>Seen</translation>
    </message>
    <message>
        <source>测试</source>
        <translation>Test</translation>
    </message>
    <message>
        <source>监视</source>
        <translation>Watch</translation>
    </message>
    <message>
        <source>检测端口</source>
        <translation>Find ports</translation>
    </message>
    <message>
        <source>连接并保存</source>
        <translation>Connect and save</translation>
    </message>
    <message>
        <source>已在手</source>
        <translation>In hand</translation>
    </message>
    <message>
        <source>不移交</source>
        <translation>Not passed</translation>
    </message>
    <message>
        <source>本表作废</source>
        <translation>Void this list</translation>
    </message>
    <message>
        <source>打印、签字</source>
        <translation>Print, sign</translation>
    </message>
    <message>
        <source>受理、决定、答复</source>
        <translation>Accept, decide, answer</translation>
    </message>
    <message>
        <source>合格</source>
        <translation>Fits</translation>
    </message>
    <message>
        <source>问题</source>
        <translation>Problem</translation>
    </message>
    <message>
        <source>逐页看完，全部合格</source>
        <translation>Show every page, all fit</translation>
    </message>
    <message>
        <source>退回补正</source>
        <translation>Return</translation>
    </message>
    <message>
        <source>转办</source>
        <translation>Forward</translation>
    </message>
    <message>
        <source>不予受理</source>
        <translation>Reject</translation>
    </message>
    <message>
        <source>征求意见</source>
        <translation>Consult</translation>
    </message>
    <message>
        <source>审查环节</source>
        <translation>Review stages</translation>
    </message>
    <message>
        <source>特别程序</source>
        <translation>Special step</translation>
    </message>
    <message>
        <source>延长期限</source>
        <translation>Extend</translation>
    </message>
    <message>
        <source>作出决定</source>
        <translation>Decide</translation>
    </message>
    <message>
        <source>撤回申请</source>
        <translation>Withdraw application</translation>
    </message>
    <message>
        <source>终止办理</source>
        <translation>Terminate case</translation>
    </message>
    <message>
        <source>答复督办</source>
        <translation>Answer reminder</translation>
    </message>
    <message>
        <source>二次录入单</source>
        <translation>Re-entry sheet</translation>
    </message>
    <message>
        <source>时限怎样算</source>
        <translation>How limits are counted</translation>
    </message>
    <message>
        <source>接手</source>
        <translation>Take over</translation>
    </message>
    <message>
        <source>下一屏、下一页</source>
        <translation>Screen down, next page</translation>
    </message>
    <message>
        <source>上一屏、上一页</source>
        <translation>Screen up, page before</translation>
    </message>
    <message>
        <source>放大</source>
        <translation>Larger</translation>
    </message>
    <message>
        <source>缩小</source>
        <translation>Smaller</translation>
    </message>
    <message>
        <source>看左边</source>
        <translation>Look left</translation>
    </message>
    <message>
        <source>看右边</source>
        <translation>Look right</translation>
    </message>
    <message>
        <source>旋转</source>
        <translation>Rotate</translation>
    </message>
    <message>
        <source>换清单</source>
        <translation>Other list</translation>
    </message>
    <message>
        <source>送出已决定的结果</source>
        <translation>Send decided results</translation>
    </message>
    <message>
        <source>返回清单</source>
        <translation>Back to the list</translation>
    </message>
    <message>
        <source>当场办结</source>
        <translation>Decide now</translation>
    </message>
    <message>
        <source>远程确认</source>
        <translation>Remote confirmation</translation>
    </message>
    <message>
        <source>登记</source>
        <translation>Enter</translation>
    </message>
    <message>
        <source>撤销授权</source>
        <translation>Revoke</translation>
    </message>
    <message>
        <source>寄件人</source>
        <translation>Sender</translation>
    </message>
    <message>
        <source>换一类来件</source>
        <translation>Another list</translation>
    </message>
    <message>
        <source>登记作废</source>
        <translation>Strike out</translation>
    </message>
    <message>
        <source>移送其他机关</source>
        <translation>Transfer to another organ</translation>
    </message>
    <message>
        <source>并入另一件</source>
        <translation>Merge into another case</translation>
    </message>
    <message>
        <source>手工录入领取人</source>
        <translation>Type the receiver</translation>
    </message>
    <message>
        <source>收发结果</source>
        <translation>In and out</translation>
    </message>
    <message>
        <source>邮寄</source>
        <translation>Post</translation>
    </message>
    <message>
        <source>回执归档</source>
        <translation>Receipts, archive</translation>
    </message>
    <message>
        <source>柜架</source>
        <translation>Shelf</translation>
    </message>
    <message>
        <source>放下，不办</source>
        <translation>Put down</translation>
    </message>
    <message>
        <source>接收</source>
        <translation>Take in</translation>
    </message>
    <message>
        <source>证照都看过，一致</source>
        <translation>All seen, agree</translation>
    </message>
    <message>
        <source>本项一致</source>
        <translation>This agrees</translation>
    </message>
    <message>
        <source>录入证载，不一致</source>
        <translation>Type the certificate, differs</translation>
    </message>
    <message>
        <source>不予接收</source>
        <translation>Refuse</translation>
    </message>
    <message>
        <source>当场更正</source>
        <translation>Corrected here</translation>
    </message>
    <message>
        <source>人证一致、发放</source>
        <translation>Person = card; hand out</translation>
    </message>
    <message>
        <source>发或不发</source>
        <translation>Hand out or keep</translation>
    </message>
    <message>
        <source>收回第几项</source>
        <translation>Take in item</translation>
    </message>
    <message>
        <source>代领</source>
        <translation>Agent</translation>
    </message>
    <message>
        <source>屏签或纸签</source>
        <translation>Screen or paper</translation>
    </message>
    <message>
        <source>改邮寄</source>
        <translation>By post</translation>
    </message>
    <message>
        <source>换页签</source>
        <translation>Change tab</translation>
    </message>
    <message>
        <source>办理操作</source>
        <translation>Acts</translation>
    </message>
    <message>
        <source>导出档案</source>
        <translation>Export file</translation>
    </message>
    <message>
        <source>确认办理</source>
        <translation>Do it</translation>
    </message>
    <message>
        <source>表格</source>
        <translation>Table</translation>
    </message>
    <message>
        <source>照建议加开</source>
        <translation>Do what is suggested</translation>
    </message>
    <message>
        <source>导出</source>
        <translation>Export</translation>
    </message>
    <message>
        <source>复制</source>
        <translation>Copy</translation>
    </message>
    <message>
        <source>延期、处理</source>
        <translation>Extend or judge</translation>
    </message>
    <message>
        <source>已告知</source>
        <translation>Told</translation>
    </message>
    <message>
        <source>打印补正通知书</source>
        <translation>Print correction notice</translation>
    </message>
    <message>
        <source>复制下一栏</source>
        <translation>Copy next</translation>
    </message>
    <message>
        <source>复制第几栏</source>
        <translation>Copy field</translation>
    </message>
    <message>
        <source>暂停计时</source>
        <translation>Pause</translation>
    </message>
    <message>
        <source>录完</source>
        <translation>Done</translation>
    </message>
    <message>
        <source>不录了</source>
        <translation>Leave it</translation>
    </message>
    <message>
        <source>登记编号</source>
        <translation>Note the number</translation>
    </message>
    <message>
        <source>再发</source>
        <translation>Send again</translation>
    </message>
    <message>
        <source>不再发</source>
        <translation>Stop</translation>
    </message>
    <message>
        <source>已打电话</source>
        <translation>By telephone</translation>
    </message>
    <message>
        <source>下一步、寄出</source>
        <translation>Next, send</translation>
    </message>
    <message>
        <source>退回放柜</source>
        <translation>Came back</translation>
    </message>
    <message>
        <source>勾选</source>
        <translation>Tick</translation>
    </message>
    <message>
        <source>打印清单、签字</source>
        <translation>Print, sign</translation>
    </message>
    <message>
        <source>换柜位</source>
        <translation>Move</translation>
    </message>
    <message>
        <source>催领</source>
        <translation>Remind</translation>
    </message>
    <message>
        <source>要纸质</source>
        <translation>On paper</translation>
    </message>
    <message>
        <source>退回</source>
        <translation>Return</translation>
    </message>
    <message>
        <source>通过</source>
        <translation>Passes</translation>
    </message>
    <message>
        <source>撤销临时</source>
        <translation>End the lent scope</translation>
    </message>
    <message>
        <source>加事项</source>
        <translation>Add a matter</translation>
    </message>
    <message>
        <source>选</source>
        <translation>Tick</translation>
    </message>
    <message>
        <source>选全部超期</source>
        <translation>Tick all overdue</translation>
    </message>
    <message>
        <source>发出督办单</source>
        <translation>Send reminders</translation>
    </message>
    <message>
        <source>查电子证照</source>
        <translation>Look up licences</translation>
    </message>
    <message>
        <source>日清</source>
        <translation>Close the day</translation>
    </message>
    <message>
        <source>看办件</source>
        <translation>Show the case</translation>
    </message>
    <message>
        <source>上一期</source>
        <translation>Period before</translation>
    </message>
    <message>
        <source>下一期</source>
        <translation>Period after</translation>
    </message>
    <message>
        <source>各部门</source>
        <translation>Departments</translation>
    </message>
    <message>
        <source>各窗口</source>
        <translation>Windows</translation>
    </message>
    <message>
        <source>退回原因</source>
        <translation>Reasons of return</translation>
    </message>
    <message>
        <source>考核表</source>
        <translation>Assessment</translation>
    </message>
    <message>
        <source>补报</source>
        <translation>Correct</translation>
    </message>
    <message>
        <source>查找</source>
        <translation>Find</translation>
    </message>
    <message>
        <source>更早的</source>
        <translation>Earlier</translation>
    </message>
    <message>
        <source>核验记录</source>
        <translation>Verify the record</translation>
    </message>
    <message>
        <source>存 PDF</source>
        <translation>Save PDF</translation>
    </message>
    <message>
        <source>签收发放</source>
        <translation>Hand out against signature</translation>
    </message>
    <message>
        <source>四减与目标</source>
        <translation>Reductions and targets</translation>
    </message>
    <message>
        <source>份数</source>
        <translation>Copies</translation>
    </message>
    <message>
        <source>第几个页签</source>
        <translation>Tab by number</translation>
    </message>
    <message>
        <source>寄递清单</source>
        <translation>Posting list</translation>
    </message>
    <message>
        <source>查找事项</source>
        <translation>Find a matter</translation>
    </message>
    <message>
        <source>下一部分</source>
        <translation>Next part</translation>
    </message>
    <message>
        <source>存草稿</source>
        <translation>Save draft</translation>
    </message>
    <message>
        <source>提交／批准</source>
        <translation>Hand in / approve</translation>
    </message>
    <message>
        <source>退回修改</source>
        <translation>Return</translation>
    </message>
    <message>
        <source>导入部门表</source>
        <translation>Import a table</translation>
    </message>
    <message>
        <source>复制为新事项</source>
        <translation>Copy as new</translation>
    </message>
    <message>
        <source>添加材料</source>
        <translation>Add a material</translation>
    </message>
    <message>
        <source>删去材料</source>
        <translation>Remove material</translation>
    </message>
    <message>
        <source>上移</source>
        <translation>Up</translation>
    </message>
    <message>
        <source>下移</source>
        <translation>Down</translation>
    </message>
    <message>
        <source>改这份材料</source>
        <translation>Edit the material</translation>
    </message>
    <message>
        <source>回到列表</source>
        <translation>Back to the list</translation>
    </message>
    <message>
        <source>读取并检查</source>
        <translation>Read and check</translation>
    </message>
    <message>
        <source>提交复核</source>
        <translation>Hand in</translation>
    </message>
    <message>
        <source>导出问题</source>
        <translation>Export findings</translation>
    </message>
    <message>
        <source>事项变化</source>
        <translation>Changed matters</translation>
    </message>
    <message>
        <source>口令与 PIN</source>
        <translation>Password and PIN</translation>
    </message>
    <message>
        <source>第几个答案</source>
        <translation>Answer</translation>
    </message>
    <message>
        <source>全部加入</source>
        <translation>Take all in</translation>
    </message>
    <message>
        <source>一件事</source>
        <translation>Packages</translation>
    </message>
    <message>
        <source>新套餐</source>
        <translation>New package</translation>
    </message>
    <message>
        <source>加一行</source>
        <translation>Add a line</translation>
    </message>
    <message>
        <source>删去这一行</source>
        <translation>Remove the line</translation>
    </message>
    <message>
        <source>一次性告知书</source>
        <translation>One-time notice</translation>
    </message>
    <message>
        <source>打印告知书</source>
        <translation>Print notice</translation>
    </message>
    <message>
        <source>换一个键</source>
        <translation>Another key</translation>
    </message>
    <message>
        <source>恢复这个键</source>
        <translation>Its own key</translation>
    </message>
    <message>
        <source>下一个页签</source>
        <translation>Next tab</translation>
    </message>
</context>
<context>
    <name>kiosk_guide</name>
    <message>
        <source>原件</source>
        <translation>original</translation>
    </message>
    <message>
        <source>复印件</source>
        <translation>copy</translation>
    </message>
    <message>
        <source>验原件收复印件</source>
        <translation>original and copy</translation>
    </message>
    <message>
        <source>电子件</source>
        <translation>electronic</translation>
    </message>
    <message>
        <source>必要</source>
        <translation>required</translation>
    </message>
    <message>
        <source>有条件</source>
        <translation>where it applies</translation>
    </message>
    <message>
        <source>可容缺</source>
        <translation>may come later</translation>
    </message>
    <message>
        <source>免交</source>
        <translation>not needed</translation>
    </message>
    <message>
        <source>当场办结</source>
        <translation>decided at once</translation>
    </message>
    <message>
        <source>办理时限以部门确认为准</source>
        <translation>time set by the department</translation>
    </message>
    <message>
        <source>自受理之日起 {n} 个工作日</source>
        <translation>working days from acceptance: {n}</translation>
    </message>
    <message>
        <source>自受理之日起 {n} 个自然日</source>
        <translation>days from acceptance: {n}</translation>
    </message>
</context>
<context>
    <name>kiosk_standing</name>
    <message>
        <source>材料已收下，部门正在看是否受理，结果会通知您</source>
        <translation>Your papers are in. The department is deciding whether to accept them; you will be told</translation>
    </message>
    <message>
        <source>需要补正：请带补正通知书到任一综合窗口，不用重新排队</source>
        <translation>Something has to be corrected: bring the correction notice to any window, no new queueing</translation>
    </message>
    <message>
        <source>已受理，部门正在审查</source>
        <translation>Accepted; the department is examining it</translation>
    </message>
    <message>
        <source>已受理，正在进行特别程序，所需时间不计入期限</source>
        <translation>Accepted; a special step is under way, its time does not count</translation>
    </message>
    <message>
        <source>部门已作出决定，正在制作证照或文书</source>
        <translation>Decided; the certificate or document is being made</translation>
    </message>
    <message>
        <source>结果正在送往出件窗口，到了会通知您</source>
        <translation>The result is on its way to the results window; you will be told when it is there</translation>
    </message>
    <message>
        <source>结果可以领取：请带身份证和收件通知书到出件窗口</source>
        <translation>The result is ready: bring identity card and receipt to the results window</translation>
    </message>
    <message>
        <source>结果已经寄出，请留意收件</source>
        <translation>The result has been posted; please look out for it</translation>
    </message>
    <message>
        <source>结果已经领取，本件办完</source>
        <translation>The result was handed out; this case is done</translation>
    </message>
    <message>
        <source>不予受理：理由和救济途径写在不予受理通知书上</source>
        <translation>Not accepted: reasons and remedies stand in the notice</translation>
    </message>
    <message>
        <source>您已撤回申请，本件不再办理</source>
        <translation>You withdrew the application; nothing more is done</translation>
    </message>
    <message>
        <source>已终止办理：理由写在告知书上，可以重新申请</source>
        <translation>Ended: the reason stands in the notice; you may apply again</translation>
    </message>
    <message>
        <source>这张收件通知书已经作废，请到窗口询问</source>
        <translation>This receipt is void; please ask at a window</translation>
    </message>
    <message>
        <source>已并入另一件一起办理，请到窗口询问</source>
        <translation>Joined with another case; please ask at a window</translation>
    </message>
    <message>
        <source>已移送有权办理的部门，请到窗口询问</source>
        <translation>Passed on to the department in charge; please ask at a window</translation>
    </message>
    <message>
        <source>要补 {n} 项，{day} 前补齐</source>
        <translation>{n} to correct, before {day}</translation>
    </message>
    <message>
        <source>要补 {n} 项</source>
        <translation>{n} to correct</translation>
    </message>
    <message>
        <source>正在进行：{names}</source>
        <translation>Under way: {names}</translation>
    </message>
    <message>
        <source>最迟 {day} 作出决定</source>
        <translation>Decision by {day} at the latest</translation>
    </message>
    <message>
        <source>还有 {n} 份承诺补交的材料，{day} 前补来</source>
        <translation>{n} promised papers are still owed, before {day}</translation>
    </message>
    <message>
        <source>决定：准予</source>
        <translation>Decision: granted</translation>
    </message>
    <message>
        <source>决定：不予，理由和救济途径写在决定书上</source>
        <translation>Decision: refused; reasons and remedies stand in the document</translation>
    </message>
    <message>
        <source>听证</source>
        <translation>Hearing</translation>
    </message>
    <message>
        <source>招标</source>
        <translation>Tender</translation>
    </message>
    <message>
        <source>拍卖</source>
        <translation>Auction</translation>
    </message>
    <message>
        <source>检验</source>
        <translation>Inspection</translation>
    </message>
    <message>
        <source>检测</source>
        <translation>Testing</translation>
    </message>
    <message>
        <source>检疫</source>
        <translation>Quarantine</translation>
    </message>
    <message>
        <source>鉴定</source>
        <translation>Appraisal</translation>
    </message>
    <message>
        <source>专家评审</source>
        <translation>Expert review</translation>
    </message>
</context>
<context>
    <name>kiosk_told</name>
    <message>
        <source>自助机有人请求帮助</source>
        <translation>Somebody at the kiosk asks for help</translation>
    </message>
    <message>
        <source>自助机没有出纸，请去看一下</source>
        <translation>The kiosk printed nothing; please have a look</translation>
    </message>
</context>
<context>
    <name>labels</name>
    <message>
        <source>工作日</source>
        <translation>working days</translation>
    </message>
    <message>
        <source>自然日</source>
        <translation>calendar days</translation>
    </message>
    <message>
        <source>本人</source>
        <translation>In person</translation>
    </message>
    <message>
        <source>代办</source>
        <translation>Acting for someone</translation>
    </message>
    <message>
        <source>单位经办人</source>
        <translation>Unit&apos;s clerk</translation>
    </message>
    <message>
        <source>代办员</source>
        <translation>Agent officer</translation>
    </message>
    <message>
        <source>居民身份证</source>
        <translation>Resident ID card</translation>
    </message>
    <message>
        <source>居民身份证（15 位）</source>
        <translation>Resident ID card (15 digits)</translation>
    </message>
    <message>
        <source>港澳台居民居住证</source>
        <translation>HK/Macau/Taiwan residence permit</translation>
    </message>
    <message>
        <source>外国人永久居留身份证</source>
        <translation>Foreign permanent resident card</translation>
    </message>
    <message>
        <source>外国人永久居留身份证（15 位）</source>
        <translation>Foreign permanent resident card (15 digits)</translation>
    </message>
    <message>
        <source>护照</source>
        <translation>PRC passport</translation>
    </message>
    <message>
        <source>外国护照</source>
        <translation>Foreign passport</translation>
    </message>
    <message>
        <source>港澳居民来往内地通行证</source>
        <translation>HK/Macau travel permit</translation>
    </message>
    <message>
        <source>台湾居民来往大陆通行证</source>
        <translation>Taiwan travel permit</translation>
    </message>
    <message>
        <source>统一社会信用代码</source>
        <translation>Unified social credit code</translation>
    </message>
    <message>
        <source>社会民生</source>
        <translation>Social affairs</translation>
    </message>
    <message>
        <source>市场准入</source>
        <translation>Market access</translation>
    </message>
    <message>
        <source>人社服务</source>
        <translation>Social security</translation>
    </message>
    <message>
        <source>投资建设</source>
        <translation>Investment</translation>
    </message>
    <message>
        <source>待联系</source>
        <translation>To call</translation>
    </message>
    <message>
        <source>待核实</source>
        <translation>To examine</translation>
    </message>
    <message>
        <source>待复核</source>
        <translation>To confirm</translation>
    </message>
    <message>
        <source>待整改</source>
        <translation>To mend</translation>
    </message>
    <message>
        <source>待答复</source>
        <translation>To answer</translation>
    </message>
    <message>
        <source>待回访</source>
        <translation>To call back</translation>
    </message>
    <message>
        <source>已办结</source>
        <translation>Closed</translation>
    </message>
    <message>
        <source>不计入</source>
        <translation>Not counted</translation>
    </message>
    <message>
        <source>属实</source>
        <translation>True</translation>
    </message>
    <message>
        <source>不属实</source>
        <translation>Untrue</translation>
    </message>
    <message>
        <source>恶意差评</source>
        <translation>Malicious</translation>
    </message>
    <message>
        <source>误评</source>
        <translation>By mistake</translation>
    </message>
    <message>
        <source>投诉</source>
        <translation>Complaint</translation>
    </message>
    <message>
        <source>咨询</source>
        <translation>Question</translation>
    </message>
    <message>
        <source>窗口</source>
        <translation>Window</translation>
    </message>
    <message>
        <source>12345 热线</source>
        <translation>12345 hotline</translation>
    </message>
    <message>
        <source>大厅电话</source>
        <translation>Hall&apos;s phone</translation>
    </message>
    <message>
        <source>意见箱</source>
        <translation>Letter box</translation>
    </message>
    <message>
        <source>网上</source>
        <translation>Online</translation>
    </message>
    <message>
        <source>服务态度</source>
        <translation>Attitude</translation>
    </message>
    <message>
        <source>等候时间</source>
        <translation>Waiting time</translation>
    </message>
    <message>
        <source>材料要求</source>
        <translation>Papers asked</translation>
    </message>
    <message>
        <source>超期未办</source>
        <translation>Overdue</translation>
    </message>
    <message>
        <source>办理结果</source>
        <translation>Outcome</translation>
    </message>
    <message>
        <source>其他</source>
        <translation>Other</translation>
    </message>
    <message>
        <source>待处理</source>
        <translation>To handle</translation>
    </message>
    <message>
        <source>已转办</source>
        <translation>Forwarded</translation>
    </message>
    <message>
        <source>待告知</source>
        <translation>To tell</translation>
    </message>
    <message>
        <source>无差别</source>
        <translation>All matters</translation>
    </message>
    <message>
        <source>只出件</source>
        <translation>Results only</translation>
    </message>
    <message>
        <source>{scope}，另 {n} 项</source>
        <translation>{scope}, and {n} more</translation>
    </message>
    <message>
        <source>只办 {n} 项</source>
        <translation>Single matters: {n}</translation>
    </message>
    <message>
        <source>用章</source>
        <translation>Seal used</translation>
    </message>
    <message>
        <source>空白证照领入</source>
        <translation>Taken in</translation>
    </message>
    <message>
        <source>空白证照使用</source>
        <translation>Used</translation>
    </message>
    <message>
        <source>空白证照作废</source>
        <translation>Spoiled</translation>
    </message>
    <message>
        <source>不收费</source>
        <translation>No fee</translation>
    </message>
    <message>
        <source>待缴</source>
        <translation>To pay</translation>
    </message>
    <message>
        <source>已缴</source>
        <translation>Paid</translation>
    </message>
    <message>
        <source>减免</source>
        <translation>Waived</translation>
    </message>
    <message>
        <source>已退</source>
        <translation>Refunded</translation>
    </message>
    <message>
        <source>结果未知</source>
        <translation>Unknown</translation>
    </message>
</context>
<context>
    <name>ledgers</name>
    <message>
        <source>用章登记</source>
        <translation>Seals</translation>
    </message>
    <message>
        <source>空白证照</source>
        <translation>Blanks</translation>
    </message>
    <message>
        <source>全部即办事项</source>
        <translation>Every instant matter</translation>
    </message>
    <message>
        <source>{n}号窗口</source>
        <translation>Window {n}</translation>
    </message>
    <message>
        <source>已撤销</source>
        <translation>Revoked</translation>
    </message>
    <message>
        <source>已过期</source>
        <translation>Expired</translation>
    </message>
    <message>
        <source>未到期</source>
        <translation>Not yet</translation>
    </message>
    <message>
        <source>有效</source>
        <translation>In force</translation>
    </message>
    <message>
        <source>余 {n} 份</source>
        <translation>{n} left</translation>
    </message>
    <message>
        <source>用 {n} 次</source>
        <translation>Used {n}×</translation>
    </message>
    <message>
        <source>部门</source>
        <translation>Department</translation>
    </message>
    <message>
        <source>份数</source>
        <translation>Copies</translation>
    </message>
    <message>
        <source>事项编码（用、分开，空为全部即办）</source>
        <translation>Matter codes (separate with 、, empty = every instant one)</translation>
    </message>
    <message>
        <source>以谁的名义</source>
        <translation>In whose name</translation>
    </message>
    <message>
        <source>窗口（用、分开）</source>
        <translation>Windows (separate with 、)</translation>
    </message>
    <message>
        <source>人员工号（用、分开）</source>
        <translation>Staff numbers (separate with 、)</translation>
    </message>
    <message>
        <source>委托书编号</source>
        <translation>Number of the authority</translation>
    </message>
    <message>
        <source>自</source>
        <translation>From</translation>
    </message>
    <message>
        <source>至</source>
        <translation>Until</translation>
    </message>
    <message>
        <source>文书或证照</source>
        <translation>Document or certificate</translation>
    </message>
    <message>
        <source>备注</source>
        <translation>Remark</translation>
    </message>
    <message>
        <source>印章名称</source>
        <translation>Seal</translation>
    </message>
    <message>
        <source>登记</source>
        <translation>Enter</translation>
    </message>
    <message>
        <source>空白证照名称</source>
        <translation>Blank</translation>
    </message>
    <message>
        <source>印刷号码</source>
        <translation>Printed numbers</translation>
    </message>
    <message>
        <source>即办授权</source>
        <translation>Authorities</translation>
    </message>
</context>
<context>
    <name>mail</name>
    <message>
        <source>部门已签收</source>
        <translation>Signed for</translation>
    </message>
    <message>
        <source>已收件</source>
        <translation>Taken in</translation>
    </message>
    <message>
        <source>已一次性告知</source>
        <translation>Notice given</translation>
    </message>
    <message>
        <source>已作废</source>
        <translation>Void</translation>
    </message>
    <message>
        <source>待拆封办理</source>
        <translation>To open</translation>
    </message>
    <message>
        <source>待部门签收</source>
        <translation>To be signed for</translation>
    </message>
    <message>
        <source>待回寄</source>
        <translation>To post</translation>
    </message>
    <message>
        <source>短信</source>
        <translation>Message</translation>
    </message>
    <message>
        <source>回寄</source>
        <translation>Post</translation>
    </message>
</context>
<context>
    <name>matter</name>
    <message>
        <source>即办</source>
        <translation>Instant</translation>
    </message>
    <message>
        <source>承诺</source>
        <translation>Promised</translation>
    </message>
    <message>
        <source>一件事</source>
        <translation>Package</translation>
    </message>
</context>
<context>
    <name>matters</name>
    <message>
        <source>承诺 {n} {unit}</source>
        <translation>Within {n} {unit}</translation>
    </message>
    <message>
        <source>即办</source>
        <translation>Decided at once</translation>
    </message>
    <message>
        <source>时限以部门确认为准</source>
        <translation>Limit set by department</translation>
    </message>
    <message>
        <source>示例</source>
        <translation>Sample</translation>
    </message>
    <message>
        <source>无清单，须写原因</source>
        <translation>No list, give reason</translation>
    </message>
    <message>
        <source>无清单，已写原因</source>
        <translation>No list, reason given</translation>
    </message>
    <message>
        <source>0/{m} 未开始</source>
        <translation>0/{m} not begun</translation>
    </message>
    <message>
        <source>{n}/{m} 齐</source>
        <translation>{n}/{m} complete</translation>
    </message>
    <message>
        <source>{n}/{m} 差 {k}</source>
        <translation>{n}/{m}, {k} left</translation>
    </message>
</context>
<context>
    <name>message</name>
    <message>
        <source>邮件收件通知</source>
        <translation>Taken in by post</translation>
    </message>
    <message>
        <source>受理通知</source>
        <translation>Acceptance</translation>
    </message>
    <message>
        <source>补正通知</source>
        <translation>Correction</translation>
    </message>
    <message>
        <source>不予受理通知</source>
        <translation>Not accepted</translation>
    </message>
    <message>
        <source>决定通知</source>
        <translation>Decision</translation>
    </message>
    <message>
        <source>领取通知</source>
        <translation>Ready to collect</translation>
    </message>
    <message>
        <source>容缺到期提醒</source>
        <translation>Promised paper due</translation>
    </message>
    <message>
        <source>补正到期提醒</source>
        <translation>Correction due</translation>
    </message>
    <message>
        <source>寄出通知</source>
        <translation>Posted</translation>
    </message>
    <message>
        <source>评价回访</source>
        <translation>Rating follow-up</translation>
    </message>
    <message>
        <source>一次性告知</source>
        <translation>One-time notice</translation>
    </message>
    <message>
        <source>更正通知</source>
        <translation>Amendment told</translation>
    </message>
    <message>
        <source>作废通知</source>
        <translation>Void told</translation>
    </message>
    <message>
        <source>待发送</source>
        <translation>To send</translation>
    </message>
    <message>
        <source>发送中</source>
        <translation>Sending</translation>
    </message>
    <message>
        <source>已发送</source>
        <translation>Sent</translation>
    </message>
    <message>
        <source>已送达</source>
        <translation>Delivered</translation>
    </message>
    <message>
        <source>发送失败</source>
        <translation>Failed</translation>
    </message>
    <message>
        <source>结果未知，会再发</source>
        <translation>Unknown, again</translation>
    </message>
    <message>
        <source>不再发</source>
        <translation>Stopped</translation>
    </message>
    <message>
        <source>已打电话</source>
        <translation>By telephone</translation>
    </message>
</context>
<context>
    <name>modules</name>
    <message>
        <source>收件</source>
        <translation>Intake</translation>
    </message>
    <message>
        <source>取号</source>
        <translation>Tickets</translation>
    </message>
    <message>
        <source>交接班</source>
        <translation>Shift</translation>
    </message>
    <message>
        <source>移交</source>
        <translation>Hand-over</translation>
    </message>
    <message>
        <source>受理审批</source>
        <translation>Review</translation>
    </message>
    <message>
        <source>台账</source>
        <translation>Ledgers</translation>
    </message>
    <message>
        <source>管理</source>
        <translation>Hall</translation>
    </message>
    <message>
        <source>邮件</source>
        <translation>Mail</translation>
    </message>
    <message>
        <source>出件</source>
        <translation>Results</translation>
    </message>
    <message>
        <source>查询</source>
        <translation>Search</translation>
    </message>
    <message>
        <source>补正</source>
        <translation>Awaited</translation>
    </message>
    <message>
        <source>对接</source>
        <translation>Exchange</translation>
    </message>
    <message>
        <source>网上件</source>
        <translation>Online</translation>
    </message>
    <message>
        <source>投诉咨询</source>
        <translation>Complaints</translation>
    </message>
    <message>
        <source>事项管理</source>
        <translation>Catalogue</translation>
    </message>
    <message>
        <source>设置</source>
        <translation>Settings</translation>
    </message>
    <message>
        <source>预约</source>
        <translation>Bookings</translation>
    </message>
</context>
<context>
    <name>network</name>
    <message>
        <source>联机</source>
        <translation>Online</translation>
    </message>
    <message>
        <source>同步中 {i}/{n}</source>
        <translation>Syncing {i}/{n}</translation>
    </message>
    <message>
        <source>离线</source>
        <translation>Offline</translation>
    </message>
    <message>
        <source>离线·待同步 {n}，最早 {age}</source>
        <translation>Offline · {n} to sync, oldest {age}</translation>
    </message>
    <message>
        <source>待同步 {n}，最早 {age}</source>
        <translation>{n} to sync, oldest {age}</translation>
    </message>
    <message>
        <source>待人看 {n}</source>
        <translation>{n} to look at</translation>
    </message>
    <message>
        <source>{n} 分前</source>
        <translation>{n} min ago</translation>
    </message>
    <message>
        <source>{n} 小时前</source>
        <translation>{n} h ago</translation>
    </message>
    <message>
        <source>刚才</source>
        <translation>just now</translation>
    </message>
    <message>
        <source>{state}·登录未核实</source>
        <translation>{state} · login not confirmed</translation>
    </message>
</context>
<context>
    <name>offers</name>
    <message>
        <source>原因</source>
        <translation>Reason</translation>
    </message>
    <message>
        <source>批准的主管工号（移交后须批准）</source>
        <translation>Approving supervisor&apos;s number (needed after hand-over)</translation>
    </message>
    <message>
        <source>更正</source>
        <translation>Amend</translation>
    </message>
    <message>
        <source>更正什么</source>
        <translation>What to amend</translation>
    </message>
    <message>
        <source>手机号码</source>
        <translation>Mobile</translation>
    </message>
    <message>
        <source>姓名</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>证件号码</source>
        <translation>ID number</translation>
    </message>
    <message>
        <source>联系地址</source>
        <translation>Address</translation>
    </message>
    <message>
        <source>领取方式</source>
        <translation>Way of delivery</translation>
    </message>
    <message>
        <source>正确的内容</source>
        <translation>Right value</translation>
    </message>
    <message>
        <source>窗口自取</source>
        <translation>Collected here</translation>
    </message>
    <message>
        <source>邮寄送达</source>
        <translation>By post</translation>
    </message>
    <message>
        <source>录入有误</source>
        <translation>Typed wrongly</translation>
    </message>
    <message>
        <source>申请人要求</source>
        <translation>The applicant asks for it</translation>
    </message>
    <message>
        <source>作废</source>
        <translation>Void</translation>
    </message>
    <message>
        <source>重复收件</source>
        <translation>Taken in twice</translation>
    </message>
    <message>
        <source>收件有误</source>
        <translation>Wrong intake</translation>
    </message>
    <message>
        <source>以哪一份收件通知书为准</source>
        <translation>Receipt that counts instead</translation>
    </message>
    <message>
        <source>改派部门</source>
        <translation>Re-route</translation>
    </message>
    <message>
        <source>转给哪个部门</source>
        <translation>To which department</translation>
    </message>
    <message>
        <source>推送错部门</source>
        <translation>Pushed to the wrong department</translation>
    </message>
    <message>
        <source>申请人撤回</source>
        <translation>Applicant withdraws</translation>
    </message>
    <message>
        <source>不再办理</source>
        <translation>No longer wanted</translation>
    </message>
    <message>
        <source>准备后再申请</source>
        <translation>Will apply again later</translation>
    </message>
    <message>
        <source>退还材料</source>
        <translation>Return papers</translation>
    </message>
    <message>
        <source>因何退还</source>
        <translation>Why returned</translation>
    </message>
    <message>
        <source>退回补正</source>
        <translation>Returned for correction</translation>
    </message>
    <message>
        <source>撤回申请</source>
        <translation>Withdrawn</translation>
    </message>
    <message>
        <source>终止办理</source>
        <translation>Terminate</translation>
    </message>
    <message>
        <source>不予受理</source>
        <translation>Not accepted</translation>
    </message>
    <message>
        <source>办结退还</source>
        <translation>Returned at the end</translation>
    </message>
    <message>
        <source>邮寄单号（当面退还不填）</source>
        <translation>Waybill (empty when given in person)</translation>
    </message>
    <message>
        <source>退还件已妥投</source>
        <translation>Returned papers delivered</translation>
    </message>
    <message>
        <source>退还件被退回</source>
        <translation>Returned papers came back</translation>
    </message>
    <message>
        <source>容缺材料逾期未补</source>
        <translation>Promised paper not brought in time</translation>
    </message>
    <message>
        <source>依据</source>
        <translation>Basis</translation>
    </message>
    <message>
        <source>移送</source>
        <translation>Transfer</translation>
    </message>
    <message>
        <source>移送给哪个机关</source>
        <translation>To which authority</translation>
    </message>
    <message>
        <source>并案</source>
        <translation>Merge</translation>
    </message>
    <message>
        <source>并入哪一件（件号）</source>
        <translation>Into which case (number)</translation>
    </message>
    <message>
        <source>督办</source>
        <translation>Remind</translation>
    </message>
    <message>
        <source>督办要求</source>
        <translation>What is demanded</translation>
    </message>
    <message>
        <source>请按期办结</source>
        <translation>Finish in time, please</translation>
    </message>
    <message>
        <source>答复期限（年-月-日）</source>
        <translation>Answer by (year-month-day)</translation>
    </message>
    <message>
        <source>答复督办</source>
        <translation>Answer reminder</translation>
    </message>
    <message>
        <source>答复内容</source>
        <translation>Answer</translation>
    </message>
    <message>
        <source>登记平台编号</source>
        <translation>Platform number</translation>
    </message>
    <message>
        <source>平台编号</source>
        <translation>Platform number</translation>
    </message>
    <message>
        <source>处理后到的操作</source>
        <translation>Settle a late act</translation>
    </message>
    <message>
        <source>怎样处理的</source>
        <translation>How it was settled</translation>
    </message>
    <message>
        <source>出具机关尚未办好</source>
        <translation>Its issuer has not finished it</translation>
    </message>
    <message>
        <source>材料不影响审查</source>
        <translation>The review does without it</translation>
    </message>
    <message>
        <source>延期</source>
        <translation>Extend</translation>
    </message>
    <message>
        <source>延到哪天（年-月-日）</source>
        <translation>Until (year-month-day)</translation>
    </message>
    <message>
        <source>同意的部门人员（超过天数时填）</source>
        <translation>Officer who agrees (beyond the days)</translation>
    </message>
    <message>
        <source>按现有材料办理</source>
        <translation>Go on without it</translation>
    </message>
    <message>
        <source>按承诺终止办理</source>
        <translation>End as promised</translation>
    </message>
    <message>
        <source>改为{state}</source>
        <translation>Now {state}</translation>
    </message>
    <message>
        <source>有改动</source>
        <translation>Changed</translation>
    </message>
    <message>
        <source>{n} 份</source>
        <translation>{n}</translation>
    </message>
    <message>
        <source>{n} 份 已核</source>
        <translation>{n} compared</translation>
    </message>
    <message>
        <source>退还</source>
        <translation>Return</translation>
    </message>
    <message>
        <source>不退</source>
        <translation>Keep</translation>
    </message>
    <message>
        <source>状态</source>
        <translation>State</translation>
    </message>
    <message>
        <source>材料名称</source>
        <translation>Material</translation>
    </message>
    <message>
        <source>份数</source>
        <translation>Copies</translation>
    </message>
    <message>
        <source>一叠材料</source>
        <translation>Bundle</translation>
    </message>
    <message>
        <source>在哪里</source>
        <translation>Where</translation>
    </message>
    <message>
        <source>收件窗口</source>
        <translation>Window</translation>
    </message>
    <message>
        <source>部门</source>
        <translation>Department</translation>
    </message>
    <message>
        <source>出件窗口</source>
        <translation>Result counter</translation>
    </message>
    <message>
        <source>更正材料</source>
        <translation>Amend materials</translation>
    </message>
    <message>
        <source>空格换收没收，数字改份数</source>
        <translation>Space: in or out; digits: copies</translation>
    </message>
    <message>
        <source>清点有误</source>
        <translation>Wrongly counted</translation>
    </message>
    <message>
        <source>退还哪些（空格选）</source>
        <translation>Which go back (Space)</translation>
    </message>
    <message>
        <source>换审查人</source>
        <translation>Other reviewer</translation>
    </message>
    <message>
        <source>换给谁</source>
        <translation>Give to</translation>
    </message>
    <message>
        <source>审查人员请假</source>
        <translation>The reviewer is on leave</translation>
    </message>
    <message>
        <source>审查人员手上的件太多</source>
        <translation>The reviewer has too many cases</translation>
    </message>
    <message>
        <source>纸上签</source>
        <translation>On paper</translation>
    </message>
    <message>
        <source>群众屏上签（手写签名影像）</source>
        <translation>On the citizen&apos;s screen (image of handwriting)</translation>
    </message>
    <message>
        <source>申请人签字</source>
        <translation>Applicant&apos;s signature</translation>
    </message>
</context>
<context>
    <name>periods</name>
    <message>
        <source>yyyy年M月d日</source>
        <translation>d MMMM yyyy</translation>
    </message>
    <message>
        <source>yyyy年M月</source>
        <translation>MMMM yyyy</translation>
    </message>
    <message>
        <source>yyyy年</source>
        <translation>yyyy</translation>
    </message>
    <message>
        <source>{year}年第{n}周</source>
        <translation>Week {n} of {year}</translation>
    </message>
    <message>
        <source>{year}年第{n}季度</source>
        <translation>Quarter {n} of {year}</translation>
    </message>
</context>
<context>
    <name>phrases</name>
    <message>
        <source>，</source>
        <translation>, </translation>
    </message>
    <message>
        <source>、</source>
        <translation>, </translation>
    </message>
    <message>
        <source>；</source>
        <translation>; </translation>
    </message>
    <message>
        <source>{a}：{b}</source>
        <translation>{a}: {b}</translation>
    </message>
    <message>
        <source>{a}（{b}）</source>
        <translation>{a} ({b})</translation>
    </message>
</context>
<context>
    <name>platform</name>
    <message>
        <source>平台编号</source>
        <translation>Platform number</translation>
    </message>
    <message>
        <source>办理状态</source>
        <translation>State</translation>
    </message>
    <message>
        <source>决定</source>
        <translation>Decision</translation>
    </message>
    <message>
        <source>已收件</source>
        <translation>Taken in</translation>
    </message>
    <message>
        <source>待补正</source>
        <translation>Awaits correction</translation>
    </message>
    <message>
        <source>审查中</source>
        <translation>In review</translation>
    </message>
    <message>
        <source>特别程序</source>
        <translation>Special step</translation>
    </message>
    <message>
        <source>已决定</source>
        <translation>Decided</translation>
    </message>
    <message>
        <source>结果移交中</source>
        <translation>Result on its way</translation>
    </message>
    <message>
        <source>待领取</source>
        <translation>To collect</translation>
    </message>
    <message>
        <source>邮寄中</source>
        <translation>In the post</translation>
    </message>
    <message>
        <source>已送达</source>
        <translation>Delivered</translation>
    </message>
    <message>
        <source>已归档</source>
        <translation>Archived</translation>
    </message>
    <message>
        <source>不予受理</source>
        <translation>Not accepted</translation>
    </message>
    <message>
        <source>已撤回</source>
        <translation>Withdrawn</translation>
    </message>
    <message>
        <source>已终止</source>
        <translation>Terminated</translation>
    </message>
    <message>
        <source>已作废</source>
        <translation>Void</translation>
    </message>
    <message>
        <source>已并入</source>
        <translation>Merged</translation>
    </message>
    <message>
        <source>已移送</source>
        <translation>Transferred</translation>
    </message>
    <message>
        <source>准予</source>
        <translation>Granted</translation>
    </message>
    <message>
        <source>不予</source>
        <translation>Refused</translation>
    </message>
</context>
<context>
    <name>policies</name>
    <message>
        <source>时限</source>
        <translation>Limits</translation>
    </message>
    <message>
        <source>排队</source>
        <translation>Queue</translation>
    </message>
    <message>
        <source>叫号</source>
        <translation>Calling</translation>
    </message>
    <message>
        <source>收件</source>
        <translation>Intake</translation>
    </message>
    <message>
        <source>锁屏</source>
        <translation>Lock</translation>
    </message>
    <message>
        <source>短信</source>
        <translation>Messages</translation>
    </message>
    <message>
        <source>统一平台</source>
        <translation>Platform</translation>
    </message>
    <message>
        <source>二次录入</source>
        <translation>Second entry</translation>
    </message>
    <message>
        <source>办件</source>
        <translation>Cases</translation>
    </message>
    <message>
        <source>指标</source>
        <translation>Figures</translation>
    </message>
    <message>
        <source>受理或退回的工作日</source>
        <translation>Working days to accept or return</translation>
    </message>
    <message>
        <source>自纸质材料移交起算受理</source>
        <translation>Acceptance counted from the hand-over</translation>
    </message>
    <message>
        <source>视为受理的工作日</source>
        <translation>Working days until deemed accepted</translation>
    </message>
    <message>
        <source>上午件与下午件的分界</source>
        <translation>Where the morning&apos;s intake ends</translation>
    </message>
    <message>
        <source>上午件当日移交时间</source>
        <translation>Hand-over of the morning&apos;s papers</translation>
    </message>
    <message>
        <source>下午件次日移交时间</source>
        <translation>Hand-over of later papers, next day</translation>
    </message>
    <message>
        <source>休息日件移交时间</source>
        <translation>Hand-over of a rest day&apos;s papers</translation>
    </message>
    <message>
        <source>一天工作的结束</source>
        <translation>End of a working day</translation>
    </message>
    <message>
        <source>容缺补交默认工作日</source>
        <translation>Days offered for a promised paper</translation>
    </message>
    <message>
        <source>容缺补交最长工作日</source>
        <translation>Days at most for a promised paper</translation>
    </message>
    <message>
        <source>容缺须早于承诺的工作日</source>
        <translation>Days a promised paper comes before the case is due</translation>
    </message>
    <message>
        <source>网上预审工作日</source>
        <translation>Days of online pre-review</translation>
    </message>
    <message>
        <source>送达回执移交工作日</source>
        <translation>Days to pass the delivery receipt on</translation>
    </message>
    <message>
        <source>结果更正工作日</source>
        <translation>Days to correct a result</translation>
    </message>
    <message>
        <source>延期最多工作日</source>
        <translation>Days of one extension at most</translation>
    </message>
    <message>
        <source>决定后送达工作日</source>
        <translation>Days from decision to delivery</translation>
    </message>
    <message>
        <source>补正期限工作日</source>
        <translation>Days offered for a correction</translation>
    </message>
    <message>
        <source>提前几个工作日算临期</source>
        <translation>Working days before due soon</translation>
    </message>
    <message>
        <source>移交前多少分钟提醒</source>
        <translation>Minutes of warning before a hand-over</translation>
    </message>
    <message>
        <source>差评首次联系工作日</source>
        <translation>Days to contact after a bad rating</translation>
    </message>
    <message>
        <source>差评办结工作日</source>
        <translation>Days to close a bad rating</translation>
    </message>
    <message>
        <source>投诉答复工作日</source>
        <translation>Days to answer a complaint</translation>
    </message>
    <message>
        <source>咨询答复工作日</source>
        <translation>Days to answer a question</translation>
    </message>
    <message>
        <source>哪些号先叫</source>
        <translation>Which tickets go ahead</translation>
    </message>
    <message>
        <source>先叫的号最多连叫几个</source>
        <translation>How many may go ahead in a row</translation>
    </message>
    <message>
        <source>等多少分钟后轮流优先</source>
        <translation>Minutes until a wait counts as long</translation>
    </message>
    <message>
        <source>预约提前几分钟进队</source>
        <translation>Minutes an appointment joins early</translation>
    </message>
    <message>
        <source>两次呼叫至少隔几秒</source>
        <translation>Seconds between two calls</translation>
    </message>
    <message>
        <source>几秒未到可过号</source>
        <translation>Seconds until a ticket may be passed over</translation>
    </message>
    <message>
        <source>过号后隔几位再叫</source>
        <translation>Places behind after being passed over</translation>
    </message>
    <message>
        <source>几秒内可撤销</source>
        <translation>Seconds to undo</translation>
    </message>
    <message>
        <source>等候多少分钟算久</source>
        <translation>Minutes that count as a long wait</translation>
    </message>
    <message>
        <source>轻声时段</source>
        <translation>Quiet hours</translation>
    </message>
    <message>
        <source>多事项合一张表</source>
        <translation>One form for several matters</translation>
    </message>
    <message>
        <source>表格填全才能收件</source>
        <translation>The form must be complete</translation>
    </message>
    <message>
        <source>必须留电话</source>
        <translation>A phone is required</translation>
    </message>
    <message>
        <source>已存材料可用多少天</source>
        <translation>Days a paper on file is good for</translation>
    </message>
    <message>
        <source>收件通知书份数</source>
        <translation>Copies of a receipt</translation>
    </message>
    <message>
        <source>空闲几秒锁屏</source>
        <translation>Idle seconds until the lock</translation>
    </message>
    <message>
        <source>办理中几秒锁屏</source>
        <translation>Seconds until the lock while serving</translation>
    </message>
    <message>
        <source>口令错几次锁定</source>
        <translation>Wrong passwords until locked out</translation>
    </message>
    <message>
        <source>锁定几分钟</source>
        <translation>Minutes locked out</translation>
    </message>
    <message>
        <source>哪些事发短信</source>
        <translation>What is told by message</translation>
    </message>
    <message>
        <source>几点起不发</source>
        <translation>No messages from</translation>
    </message>
    <message>
        <source>几点起再发</source>
        <translation>Messages again from</translation>
    </message>
    <message>
        <source>到期前几天提醒</source>
        <translation>Days a due date is recalled before</translation>
    </message>
    <message>
        <source>最多试几次</source>
        <translation>Attempts at most</translation>
    </message>
    <message>
        <source>首次重试隔几分钟</source>
        <translation>Minutes to the first retry</translation>
    </message>
    <message>
        <source>重试最长隔几分钟</source>
        <translation>Minutes between retries at most</translation>
    </message>
    <message>
        <source>事项默认怎样上平台</source>
        <translation>How matters come onto the platform</translation>
    </message>
    <message>
        <source>走接口的事项</source>
        <translation>Matters by interface</translation>
    </message>
    <message>
        <source>走文件的事项</source>
        <translation>Matters by file</translation>
    </message>
    <message>
        <source>人工登记的事项</source>
        <translation>Matters by hand</translation>
    </message>
    <message>
        <source>平台编号的格式</source>
        <translation>Form of platform numbers</translation>
    </message>
    <message>
        <source>首次重传隔几分钟</source>
        <translation>Minutes to the first resend</translation>
    </message>
    <message>
        <source>重传最长隔几分钟</source>
        <translation>Minutes between resends at most</translation>
    </message>
    <message>
        <source>要二次录入的系统</source>
        <translation>Systems of second entry</translation>
    </message>
    <message>
        <source>移交后更正须主管同意</source>
        <translation>Mending after hand-over needs approval</translation>
    </message>
    <message>
        <source>办件档案保管期限</source>
        <translation>How long case files are kept</translation>
    </message>
    <message>
        <source>个人信息保留天数（0 为不删）</source>
        <translation>Days personal records are kept (0: for good)</translation>
    </message>
    <message>
        <source>出件架的名称</source>
        <translation>Names of the shelves</translation>
    </message>
    <message>
        <source>每架几格</source>
        <translation>Places on a shelf</translation>
    </message>
    <message>
        <source>在群众屏签收</source>
        <translation>Signing on the citizen&apos;s screen</translation>
    </message>
    <message>
        <source>几天未领要提醒</source>
        <translation>Days until an unclaimed result is recalled</translation>
    </message>
    <message>
        <source>不足几件不显示个人数</source>
        <translation>Cases below which no person&apos;s figure shows</translation>
    </message>
    <message>
        <source>综窗可办事项占比目标（%）</source>
        <translation>Target share of one window class (%)</translation>
    </message>
    <message>
        <source>网上申请占比目标（%）</source>
        <translation>Target share filed online (%)</translation>
    </message>
    <message>
        <source>考核权重：一次性告知</source>
        <translation>Weight: told once</translation>
    </message>
    <message>
        <source>考核权重：退回</source>
        <translation>Weight: returned</translation>
    </message>
    <message>
        <source>考核权重：容缺兑现</source>
        <translation>Weight: promises kept</translation>
    </message>
    <message>
        <source>考核权重：最多跑一次</source>
        <translation>Weight: one visit</translation>
    </message>
    <message>
        <source>考核权重：满意率</source>
        <translation>Weight: satisfaction</translation>
    </message>
    <message>
        <source>几分钟没发由别的工作站代发</source>
        <translation>Minutes until another station sends</translation>
    </message>
    <message>
        <source>口令至少几位</source>
        <translation>Least characters of a password</translation>
    </message>
    <message>
        <source>口令至少几种字符</source>
        <translation>Least kinds of characters</translation>
    </message>
    <message>
        <source>口令几天后提醒更换</source>
        <translation>Days until a new password is asked for</translation>
    </message>
    <message>
        <source>解锁 PIN 几位</source>
        <translation>Digits of the unlock PIN</translation>
    </message>
    <message>
        <source>PIN 错几次改用口令</source>
        <translation>Wrong PINs until the password is needed</translation>
    </message>
    <message>
        <source>号由现有叫号系统给出</source>
        <translation>Another system gives the numbers</translation>
    </message>
    <message>
        <source>三员分立</source>
        <translation>Three administrators apart</translation>
    </message>
    <message>
        <source>是</source>
        <translation>Yes</translation>
    </message>
    <message>
        <source>否</source>
        <translation>No</translation>
    </message>
    <message>
        <source>无</source>
        <translation>None</translation>
    </message>
    <message>
        <source>转来的号</source>
        <translation>transferred</translation>
    </message>
    <message>
        <source>优先的号</source>
        <translation>priority</translation>
    </message>
    <message>
        <source>预约的号</source>
        <translation>appointment</translation>
    </message>
    <message>
        <source>走接口</source>
        <translation>By interface</translation>
    </message>
    <message>
        <source>走文件</source>
        <translation>By file</translation>
    </message>
    <message>
        <source>人工登记</source>
        <translation>By hand</translation>
    </message>
    <message>
        <source>程序默认</source>
        <translation>default of the program</translation>
    </message>
    <message>
        <source>无锡经开：推送后 2 个工作日内受理；梁溪：1 个工作日内查看预审</source>
        <translation>Wuxi Jingkai: accepted within 2 working days of being sent; Liangxi: online filings looked at within 1</translation>
    </message>
    <message>
        <source>无锡经开：自推送起算；按纸质材料移交起算由本厅定</source>
        <translation>Wuxi Jingkai: counted from sending; from hand-over of the papers where the hall says so</translation>
    </message>
    <message>
        <source>行政许可法第三十二条：5 日内未告知即视为受理</source>
        <translation>Administrative Licensing Law, art. 32: accepted if nothing is said within 5 days</translation>
    </message>
    <message>
        <source>无锡经开：上午、下午收件的分界</source>
        <translation>Wuxi Jingkai: where morning and afternoon cases part</translation>
    </message>
    <message>
        <source>无锡经开：上午的材料当日下午 3:00 前移交</source>
        <translation>Wuxi Jingkai: papers of the morning are handed over by 3 p.m. the same day</translation>
    </message>
    <message>
        <source>无锡经开：下午的材料第二个工作日上午 10:00 前移交</source>
        <translation>Wuxi Jingkai: papers of the afternoon are handed over by 10 a.m. the next working day</translation>
    </message>
    <message>
        <source>无锡经开的下午件规则用于休息日收件</source>
        <translation>Wuxi Jingkai: the rule of the afternoon, applied to days of rest</translation>
    </message>
    <message>
        <source>无锡经开：网上申请 2 个工作日内告知预审结果</source>
        <translation>Wuxi Jingkai: who filed online is told within 2 working days</translation>
    </message>
    <message>
        <source>无锡经开：送达成功后 1 个工作日内移交送达回执</source>
        <translation>Wuxi Jingkai: the delivery receipt goes back within 1 working day</translation>
    </message>
    <message>
        <source>无锡经开：结果有误一般 1 个工作日内更正</source>
        <translation>Wuxi Jingkai: a wrong result is corrected within 1 working day as a rule</translation>
    </message>
    <message>
        <source>行政许可法第四十二条：经批准可延长 10 日</source>
        <translation>Administrative Licensing Law, art. 42: 10 more days with approval</translation>
    </message>
    <message>
        <source>行政许可法第四十四条：作出决定之日起 10 日内送达</source>
        <translation>Administrative Licensing Law, art. 44: delivered within 10 days of the decision</translation>
    </message>
    <message>
        <source>国办发〔2019〕51号：差评 1 个工作日内核实联系</source>
        <translation>State Council Office 2019 No. 51: a bad rating is looked into within 1 working day</translation>
    </message>
    <message>
        <source>国办发〔2019〕51号：一般差评 5 个工作日内整改反馈</source>
        <translation>State Council Office 2019 No. 51: an ordinary bad rating is mended and answered within 5 working days</translation>
    </message>
    <message>
        <source>昆都仑：及时反馈至电子政务与监察股处理；天数由本厅定</source>
        <translation>Kundulun: passed on promptly; the hall sets the days</translation>
    </message>
    <message>
        <source>无锡经开：咨询解答；转部门的天数由本厅定</source>
        <translation>Wuxi Jingkai: questions are answered; the hall sets the days of a department</translation>
    </message>
    <message>
        <source>内乡：特殊窗口、绿色通道优先</source>
        <translation>Neixiang: special windows and the green channel go first</translation>
    </message>
    <message>
        <source>无锡经开：一表申请、一次提交</source>
        <translation>Wuxi Jingkai: one form, filled in once</translation>
    </message>
    <message>
        <source>等级保护测评实践：不少于 8 位</source>
        <translation>Practice of security assessments: at least 8 characters</translation>
    </message>
    <message>
        <source>GB/T 22239 身份鉴别：具有复杂度要求</source>
        <translation>GB/T 22239, identification: a certain complexity</translation>
    </message>
    <message>
        <source>GB/T 22239 安全管理中心：系统、安全、审计管理分设</source>
        <translation>GB/T 22239, security management: system, security and audit apart</translation>
    </message>
    <message>
        <source>GB/T 22239 身份鉴别：定期更换</source>
        <translation>GB/T 22239, identification: changed regularly</translation>
    </message>
    <message>
        <source>昆都仑：一窗式办理事项不低于 70%</source>
        <translation>Kundulun: at least 70% of matters at one window</translation>
    </message>
    <message>
        <source>昆都仑：网上可办事项 90%</source>
        <translation>Kundulun: 90% of matters online</translation>
    </message>
    <message>
        <source>梁溪、无锡经开：均应使用统一受理平台收件受理</source>
        <translation>Liangxi, Wuxi Jingkai: all cases go onto the one platform</translation>
    </message>
    <message>
        <source>预约提前几分钟可以取号</source>
        <translation>Minutes before its time a booking&apos;s number may be taken</translation>
    </message>
    <message>
        <source>预约迟到几分钟仍算预约</source>
        <translation>Minutes a booking may be late and still count</translation>
    </message>
    <message>
        <source>梁溪</source>
        <translation>Liangxi</translation>
    </message>
    <message>
        <source>无锡经开</source>
        <translation>Wuxi Jingkai</translation>
    </message>
    <message>
        <source>薛城</source>
        <translation>Xuecheng</translation>
    </message>
    <message>
        <source>内乡</source>
        <translation>Neixiang</translation>
    </message>
    <message>
        <source>昆都仑</source>
        <translation>Kundulun</translation>
    </message>
    <message>
        <source>梁溪区“综窗”改革方案</source>
        <translation>Liangxi: plan of the “integrated window” reform</translation>
    </message>
    <message>
        <source>无锡经开区“一窗式”改革运行规则</source>
        <translation>Wuxi Jingkai: rules of the “one window” reform</translation>
    </message>
    <message>
        <source>薛城区“一窗受理”实施方案</source>
        <translation>Xuecheng: plan of “one-window acceptance”</translation>
    </message>
    <message>
        <source>内乡县综合窗口改革方案</source>
        <translation>Neixiang: plan of integrated windows</translation>
    </message>
    <message>
        <source>昆都仑区“一窗式”改革方案</source>
        <translation>Kundulun: plan of the “one window” reform</translation>
    </message>
</context>
<context>
    <name>poster</name>
    <message>
        <source>随时</source>
        <translation>Any time</translation>
    </message>
    <message>
        <source>叫号和办理</source>
        <translation>Calling and serving</translation>
    </message>
    <message>
        <source>材料清单</source>
        <translation>Checklist</translation>
    </message>
    <message>
        <source>核对</source>
        <translation>Check</translation>
    </message>
    <message>
        <source>收件以后</source>
        <translation>After the receipt</translation>
    </message>
    <message>
        <source>出件窗口</source>
        <translation>Result counter</translation>
    </message>
    <message>
        <source>综窗台按键一览</source>
        <translation>Keys of zcdesk</translation>
    </message>
    <message>
        <source>屏幕最下面一行写着此刻能用的键；F1 看当前页全部的键</source>
        <translation>The last line of the screen names the keys of the moment; F1 shows all of a page</translation>
    </message>
    <message>
        <source>告知书</source>
        <translation>Notice</translation>
    </message>
</context>
<context>
    <name>prints</name>
    <message>
        <source>打印中</source>
        <translation>Printing</translation>
    </message>
    <message>
        <source>已打印</source>
        <translation>Printed</translation>
    </message>
    <message>
        <source>不确定</source>
        <translation>Not sure</translation>
    </message>
    <message>
        <source>未打印</source>
        <translation>Not printed</translation>
    </message>
    <message>
        <source>已打印过</source>
        <translation>Printed before</translation>
    </message>
    <message>
        <source>稍后打</source>
        <translation>Later</translation>
    </message>
    <message>
        <source>已送出</source>
        <translation>Sent</translation>
    </message>
</context>
<context>
    <name>records</name>
    <message>
        <source>请于答复期限前办结，并说明超期原因</source>
        <translation>Finish it and say why it is late, by the day of reply</translation>
    </message>
    <message>
        <source>请于答复期限前说明办理进度和预计办结日期</source>
        <translation>Tell how far it is and when it ends, by the day of reply</translation>
    </message>
    <message>
        <source>临近期限，请优先办理，不能按期办结的提前书面说明</source>
        <translation>Nearly due: deal with it first; if it cannot be in time, say so in writing beforehand</translation>
    </message>
    <message>
        <source>未携带</source>
        <translation>Not brought</translation>
    </message>
    <message>
        <source>尚未办理</source>
        <translation>Not obtained yet</translation>
    </message>
    <message>
        <source>只有复印件，缺原件</source>
        <translation>Copy only, no original</translation>
    </message>
    <message>
        <source>只有原件，缺复印件</source>
        <translation>Original only, no copy</translation>
    </message>
    <message>
        <source>份数不足</source>
        <translation>Too few copies</translation>
    </message>
    <message>
        <source>已遗失，需补办</source>
        <translation>Lost, to be replaced</translation>
    </message>
    <message>
        <source>待单位出具</source>
        <translation>To come from the employer</translation>
    </message>
    <message>
        <source>已过有效期，需换新</source>
        <translation>Expired, to be renewed</translation>
    </message>
    <message>
        <source>未签字</source>
        <translation>Not signed</translation>
    </message>
    <message>
        <source>未盖章</source>
        <translation>No seal</translation>
    </message>
    <message>
        <source>填写不全</source>
        <translation>Not filled in</translation>
    </message>
    <message>
        <source>有涂改</source>
        <translation>Altered</translation>
    </message>
    <message>
        <source>已过有效期</source>
        <translation>Expired</translation>
    </message>
    <message>
        <source>与原件不一致</source>
        <translation>Differs from original</translation>
    </message>
    <message>
        <source>与申请人信息不一致</source>
        <translation>Differs from applicant</translation>
    </message>
    <message>
        <source>字迹或影像不清</source>
        <translation>Not legible</translation>
    </message>
    <message>
        <source>共享调取失败</source>
        <translation>Sharing failed</translation>
    </message>
    <message>
        <source>共享库中查不到</source>
        <translation>Not found in sharing</translation>
    </message>
    <message>
        <source>共享信息与实际不一致</source>
        <translation>Shared data differ</translation>
    </message>
    <message>
        <source>信息刚变更，尚未同步</source>
        <translation>Just changed, not in sync</translation>
    </message>
    <message>
        <source>部门要求存原件</source>
        <translation>Department keeps the original</translation>
    </message>
    <message>
        <source>申请人不属于该情形</source>
        <translation>Not the applicant&apos;s case</translation>
    </message>
    <message>
        <source>本次申请不涉及</source>
        <translation>Not part of this application</translation>
    </message>
    <message>
        <source>已由其他材料载明</source>
        <translation>Stated in another material</translation>
    </message>
    <message>
        <source>法规规定可以不交</source>
        <translation>Waived by law</translation>
    </message>
    <message>
        <source>部门当场列明材料</source>
        <translation>Listed by the department now</translation>
    </message>
    <message>
        <source>按部门电话答复收取</source>
        <translation>As the department said by phone</translation>
    </message>
    <message>
        <source>申请人坚持递交</source>
        <translation>Applicant insists</translation>
    </message>
    <message>
        <source>用餐</source>
        <translation>Meal</translation>
    </message>
    <message>
        <source>会议</source>
        <translation>Meeting</translation>
    </message>
    <message>
        <source>设备故障</source>
        <translation>Device fault</translation>
    </message>
    <message>
        <source>其他</source>
        <translation>Other</translation>
    </message>
    <message>
        <source>值班主管暂停</source>
        <translation>Paused by the duty manager</translation>
    </message>
    <message>
        <source>换班</source>
        <translation>Change of shift</translation>
    </message>
    <message>
        <source>顶岗</source>
        <translation>Stand-in</translation>
    </message>
    <message>
        <source>过号叫回</source>
        <translation>Called back after no-show</translation>
    </message>
    <message>
        <source>过号重排</source>
        <translation>Queued again after no-show</translation>
    </message>
    <message>
        <source>到期自动销毁</source>
        <translation>Destroyed when due</translation>
    </message>
    <message>
        <source>迁到另一台电脑</source>
        <translation>Moved to another PC</translation>
    </message>
    <message>
        <source>口令</source>
        <translation>Password</translation>
    </message>
    <message>
        <source>刷卡</source>
        <translation>Card</translation>
    </message>
    <message>
        <source>手写签名</source>
        <translation>Signature</translation>
    </message>
    <message>
        <source>纸面签名</source>
        <translation>Signed on paper</translation>
    </message>
    <message>
        <source>电子证照</source>
        <translation>E-licence</translation>
    </message>
    <message>
        <source>{department}业务系统</source>
        <translation>System of {department}</translation>
    </message>
    <message>
        <source>听证</source>
        <translation>Hearing</translation>
    </message>
    <message>
        <source>招标</source>
        <translation>Tender</translation>
    </message>
    <message>
        <source>拍卖</source>
        <translation>Auction</translation>
    </message>
    <message>
        <source>检验</source>
        <translation>Inspection</translation>
    </message>
    <message>
        <source>检测</source>
        <translation>Testing</translation>
    </message>
    <message>
        <source>检疫</source>
        <translation>Quarantine</translation>
    </message>
    <message>
        <source>鉴定</source>
        <translation>Appraisal</translation>
    </message>
    <message>
        <source>专家评审</source>
        <translation>Expert review</translation>
    </message>
    <message>
        <source>已联系</source>
        <translation>Reached</translation>
    </message>
    <message>
        <source>未接通</source>
        <translation>Not reached</translation>
    </message>
    <message>
        <source>不同意</source>
        <translation>Disagrees</translation>
    </message>
    <message>
        <source>满意</source>
        <translation>Satisfied</translation>
    </message>
    <message>
        <source>仍不满意</source>
        <translation>Still not satisfied</translation>
    </message>
    <message>
        <source>理由</source>
        <translation>Reason</translation>
    </message>
    <message>
        <source>情形</source>
        <translation>Ground</translation>
    </message>
    <message>
        <source>意见</source>
        <translation>Opinion</translation>
    </message>
    <message>
        <source>同意</source>
        <translation>Agrees</translation>
    </message>
    <message>
        <source>依据</source>
        <translation>Basis</translation>
    </message>
    <message>
        <source>天数</source>
        <translation>Days</translation>
    </message>
    <message>
        <source>转到</source>
        <translation>Passed to</translation>
    </message>
    <message>
        <source>文书号</source>
        <translation>Document no.</translation>
    </message>
    <message>
        <source>柜位</source>
        <translation>Place</translation>
    </message>
    <message>
        <source>窗口</source>
        <translation>Window</translation>
    </message>
    <message>
        <source>决定</source>
        <translation>Decision</translation>
    </message>
    <message>
        <source>名称</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>缺什么</source>
        <translation>Missing</translation>
    </message>
    <message>
        <source>是</source>
        <translation>Yes</translation>
    </message>
    <message>
        <source>否</source>
        <translation>No</translation>
    </message>
    <message>
        <source>维持先到的</source>
        <translation>The first holds</translation>
    </message>
    <message>
        <source>采用后到的</source>
        <translation>The later holds</translation>
    </message>
    <message>
        <source>另行处理</source>
        <translation>Otherwise</translation>
    </message>
    <message>
        <source>{choice}：{note}</source>
        <translation>{choice}: {note}</translation>
    </message>
    <message>
        <source>部门确认不予收取</source>
        <translation>Refused by the department</translation>
    </message>
    <message>
        <source>转给</source>
        <translation>Given to</translation>
    </message>
    <message>
        <source>其他（另行写明）</source>
        <translation>Other (written out)</translation>
    </message>
    <message>
        <source>〔已按保管期限销毁〕</source>
        <translation>[destroyed: its time was over]</translation>
    </message>
    <message>
        <source>〔内容尚未传到本机〕</source>
        <translation>[not at this PC yet]</translation>
    </message>
    <message>
        <source>〔封存内容与办理记录不符〕</source>
        <translation>[what was sealed is not what the act names]</translation>
    </message>
    <message>
        <source>{n}号窗口请确认：{matter}，当场办结</source>
        <translation>Window {n} asks you to confirm: {matter}, decided at once</translation>
    </message>
    <message>
        <source>最迟 {day}</source>
        <translation>by {day}</translation>
    </message>
    <message>
        <source>电子证照 {number}</source>
        <translation>E-licence {number}</translation>
    </message>
    <message>
        <source>有效期至 {day}</source>
        <translation>valid until {day}</translation>
    </message>
</context>
<context>
    <name>results</name>
    <message>
        <source>已过期 {at}</source>
        <translation>Overdue {at}</translation>
    </message>
    <message>
        <source>今天 {at} 前</source>
        <translation>today by {at}</translation>
    </message>
    <message>
        <source>{at} 前</source>
        <translation>by {at}</translation>
    </message>
    <message>
        <source>不限时</source>
        <translation>No limit</translation>
    </message>
    <message>
        <source>持证人</source>
        <translation>Holder</translation>
    </message>
    <message>
        <source>证件号码</source>
        <translation>ID number</translation>
    </message>
    <message>
        <source>地址</source>
        <translation>Address</translation>
    </message>
    <message>
        <source>证照名称</source>
        <translation>Certificate</translation>
    </message>
    <message>
        <source>证照编号</source>
        <translation>Number</translation>
    </message>
    <message>
        <source>有效期</source>
        <translation>Validity</translation>
    </message>
    <message>
        <source>一致</source>
        <translation>Agrees</translation>
    </message>
    <message>
        <source>目视一致</source>
        <translation>Seen to agree</translation>
    </message>
    <message>
        <source>不一致</source>
        <translation>Differs</translation>
    </message>
    <message>
        <source>待核对</source>
        <translation>To compare</translation>
    </message>
    <message>
        <source>信息有误</source>
        <translation>Wrong data</translation>
    </message>
    <message>
        <source>证照缺页或破损</source>
        <translation>Pages missing or damaged</translation>
    </message>
    <message>
        <source>漏盖印章</source>
        <translation>Seal missing</translation>
    </message>
    <message>
        <source>份数不符</source>
        <translation>Wrong number of copies</translation>
    </message>
    <message>
        <source>送错窗口</source>
        <translation>Wrong counter</translation>
    </message>
    <message>
        <source>文书</source>
        <translation>Paper</translation>
    </message>
    <message>
        <source>送达回执（签收下列结果）</source>
        <translation>Delivery receipt (for the results below)</translation>
    </message>
    <message>
        <source>领取人</source>
        <translation>Receiver</translation>
    </message>
    <message>
        <source>申请人</source>
        <translation>Applicant</translation>
    </message>
    <message>
        <source>结果</source>
        <translation>Result</translation>
    </message>
    <message>
        <source>{document}，{n} 份（件号 {number}）</source>
        <translation>{document}, {n} (case {number})</translation>
    </message>
    <message>
        <source>已交回</source>
        <translation>Handed back</translation>
    </message>
    <message>
        <source>查无此人</source>
        <translation>Unknown there</translation>
    </message>
    <message>
        <source>地址不详</source>
        <translation>Address incomplete</translation>
    </message>
    <message>
        <source>拒收</source>
        <translation>Refused</translation>
    </message>
    <message>
        <source>逾期未取</source>
        <translation>Not fetched in time</translation>
    </message>
</context>
<context>
    <name>review</name>
    <message>
        <source>答复</source>
        <translation>Answer</translation>
    </message>
    <message>
        <source>办结本环节</source>
        <translation>Finish stage</translation>
    </message>
    <message>
        <source>受理</source>
        <translation>Accept</translation>
    </message>
    <message>
        <source>作出决定</source>
        <translation>Decide</translation>
    </message>
    <message>
        <source>特别程序</source>
        <translation>Special step</translation>
    </message>
    <message>
        <source>结束特别程序</source>
        <translation>End special step</translation>
    </message>
    <message>
        <source>送出结果</source>
        <translation>Send result</translation>
    </message>
    <message>
        <source>退回补正</source>
        <translation>Return</translation>
    </message>
    <message>
        <source>转办</source>
        <translation>Forward</translation>
    </message>
    <message>
        <source>不予受理</source>
        <translation>Reject</translation>
    </message>
    <message>
        <source>征求意见</source>
        <translation>Consult</translation>
    </message>
    <message>
        <source>延长期限</source>
        <translation>Extend</translation>
    </message>
    <message>
        <source>答复督办</source>
        <translation>Answer reminder</translation>
    </message>
    <message>
        <source>撤回</source>
        <translation>Withdraw</translation>
    </message>
    <message>
        <source>终止</source>
        <translation>Terminate</translation>
    </message>
    <message>
        <source>处理冲突</source>
        <translation>Settle conflict</translation>
    </message>
    <message>
        <source>同意</source>
        <translation>Agree</translation>
    </message>
    <message>
        <source>不同意</source>
        <translation>Disagree</translation>
    </message>
    <message>
        <source>文书编号（可不填）</source>
        <translation>Document number (optional)</translation>
    </message>
    <message>
        <source>理由</source>
        <translation>Reason</translation>
    </message>
    <message>
        <source>部门</source>
        <translation>Department</translation>
    </message>
    <message>
        <source>承诺办结工作日</source>
        <translation>Promised working days</translation>
    </message>
    <message>
        <source>补正期限（工作日，0 为不定）</source>
        <translation>Days to correct (working, 0 = none)</translation>
    </message>
    <message>
        <source>情形</source>
        <translation>Ground</translation>
    </message>
    <message>
        <source>依据（不填则按情形）</source>
        <translation>Basis (by ground if empty)</translation>
    </message>
    <message>
        <source>应向哪个机关申请</source>
        <translation>Competent organ</translation>
    </message>
    <message>
        <source>请其答复什么</source>
        <translation>What they are asked</translation>
    </message>
    <message>
        <source>结果</source>
        <translation>Outcome</translation>
    </message>
    <message>
        <source>程序</source>
        <translation>Step</translation>
    </message>
    <message>
        <source>依据</source>
        <translation>Basis</translation>
    </message>
    <message>
        <source>组织单位</source>
        <translation>Organised by</translation>
    </message>
    <message>
        <source>约需工作日（0 为未定）</source>
        <translation>Working days needed (0 = not known)</translation>
    </message>
    <message>
        <source>延长工作日</source>
        <translation>Working days added</translation>
    </message>
    <message>
        <source>批准人（行政机关负责人）</source>
        <translation>Approved by (head of the organ)</translation>
    </message>
    <message>
        <source>决定书文号</source>
        <translation>Document number</translation>
    </message>
    <message>
        <source>结果名称（证照、批复）</source>
        <translation>Result (certificate, approval)</translation>
    </message>
    <message>
        <source>证照编号</source>
        <translation>Certificate number</translation>
    </message>
    <message>
        <source>准予内容</source>
        <translation>What is granted</translation>
    </message>
    <message>
        <source>理由（不予时必填）</source>
        <translation>Reason (needed to refuse)</translation>
    </message>
    <message>
        <source>附加条件</source>
        <translation>Conditions</translation>
    </message>
    <message>
        <source>有效期自</source>
        <translation>Valid from</translation>
    </message>
    <message>
        <source>有效期至</source>
        <translation>Valid until</translation>
    </message>
    <message>
        <source>发放时收回（用、分开）</source>
        <translation>To collect on issue (separate with 、)</translation>
    </message>
    <message>
        <source>决定</source>
        <translation>Decision</translation>
    </message>
    <message>
        <source>份数</source>
        <translation>Copies</translation>
    </message>
    <message>
        <source>意见</source>
        <translation>Opinion</translation>
    </message>
    <message>
        <source>答复内容</source>
        <translation>Answer</translation>
    </message>
    <message>
        <source>怎样处理的</source>
        <translation>How it was settled</translation>
    </message>
    <message>
        <source>待受理</source>
        <translation>To accept</translation>
    </message>
    <message>
        <source>审查中</source>
        <translation>In review</translation>
    </message>
    <message>
        <source>已退回</source>
        <translation>Returned</translation>
    </message>
    <message>
        <source>意见·协办</source>
        <translation>Asked of us</translation>
    </message>
    <message>
        <source>没有待受理件</source>
        <translation>Nothing to accept</translation>
    </message>
    <message>
        <source>没有审查中的件</source>
        <translation>Nothing in review</translation>
    </message>
    <message>
        <source>没有等补正的件</source>
        <translation>Nothing awaits correction</translation>
    </message>
    <message>
        <source>没有人征求意见</source>
        <translation>Nobody asked anything</translation>
    </message>
    <message>
        <source>待决定</source>
        <translation>To decide</translation>
    </message>
    <message>
        <source>待送结果</source>
        <translation>Result to send</translation>
    </message>
    <message>
        <source>协办</source>
        <translation>Joint review</translation>
    </message>
    <message>
        <source>督办</source>
        <translation>Reminder</translation>
    </message>
    <message>
        <source>冲突</source>
        <translation>Conflict</translation>
    </message>
    <message>
        <source>剩 {n} 天</source>
        <translation>{n} d left</translation>
    </message>
    <message>
        <source>今天 {time}</source>
        <translation>Today {time}</translation>
    </message>
    <message>
        <source>超期 {n} 天</source>
        <translation>{n} d overdue</translation>
    </message>
    <message>
        <source>超期 今天</source>
        <translation>Overdue today</translation>
    </message>
    <message>
        <source>暂定 {date}</source>
        <translation>Prov. {date}</translation>
    </message>
    <message>
        <source>远程确认</source>
        <translation>Remote confirmation</translation>
    </message>
    <message>
        <source>{name} 在看</source>
        <translation>{name} has it</translation>
    </message>
    <message>
        <source>移送</source>
        <translation>Transfer</translation>
    </message>
    <message>
        <source>并入</source>
        <translation>Merge</translation>
    </message>
    <message>
        <source>移送哪个机关</source>
        <translation>To which organ</translation>
    </message>
    <message>
        <source>并入哪一件（件号）</source>
        <translation>Into which case (number)</translation>
    </message>
    <message>
        <source>证照名称</source>
        <translation>Certificate</translation>
    </message>
    <message>
        <source>持证人</source>
        <translation>Holder</translation>
    </message>
    <message>
        <source>证件号码</source>
        <translation>ID number</translation>
    </message>
    <message>
        <source>地址</source>
        <translation>Address</translation>
    </message>
</context>
<context>
    <name>rows</name>
    <message>
        <source>材料名称</source>
        <translation>Material</translation>
    </message>
    <message>
        <source>形式·份数</source>
        <translation>Form</translation>
    </message>
    <message>
        <source>用于</source>
        <translation>For</translation>
    </message>
    <message>
        <source>状态</source>
        <translation>State</translation>
    </message>
    <message>
        <source>原件核对</source>
        <translation>Original</translation>
    </message>
    <message>
        <source>扫描</source>
        <translation>Scan</translation>
    </message>
    <message>
        <source>未收</source>
        <translation>Open</translation>
    </message>
    <message>
        <source>已收</source>
        <translation>Received</translation>
    </message>
    <message>
        <source>共享</source>
        <translation>Shared</translation>
    </message>
    <message>
        <source>已存</source>
        <translation>On file</translation>
    </message>
    <message>
        <source>容缺</source>
        <translation>Promised</translation>
    </message>
    <message>
        <source>缺</source>
        <translation>Missing</translation>
    </message>
    <message>
        <source>不符</source>
        <translation>Defective</translation>
    </message>
    <message>
        <source>不适用</source>
        <translation>N/A</translation>
    </message>
    <message>
        <source>问部门</source>
        <translation>Asked</translation>
    </message>
    <message>
        <source>原件 {n}</source>
        <translation>Original {n}</translation>
    </message>
    <message>
        <source>复印件 {n}</source>
        <translation>Copy {n}</translation>
    </message>
    <message>
        <source>验原收复 {n}</source>
        <translation>Orig.+copy {n}</translation>
    </message>
    <message>
        <source>电子件</source>
        <translation>Electronic</translation>
    </message>
    <message>
        <source>申请人自备</source>
        <translation>Brought by the applicant</translation>
    </message>
    <message>
        <source>数据共享，不用申请人交</source>
        <translation>By data sharing, not asked of the applicant</translation>
    </message>
    <message>
        <source>以前办件留存</source>
        <translation>On file from an earlier case</translation>
    </message>
    <message>
        <source>部门出具</source>
        <translation>Issued by a department</translation>
    </message>
    <message>
        <source>已核</source>
        <translation>Compared</translation>
    </message>
    <message>
        <source>待核</source>
        <translation>To do</translation>
    </message>
    <message>
        <source>免交</source>
        <translation>Waived</translation>
    </message>
    <message>
        <source>{n} 页</source>
        <translation>{n} p.</translation>
    </message>
    <message>
        <source>{date} 前</source>
        <translation>by {date}</translation>
    </message>
    <message>
        <source>未扫</source>
        <translation>None</translation>
    </message>
    <message>
        <source>共享数据</source>
        <translation>Shared</translation>
    </message>
    <message>
        <source>{name}（自愿）</source>
        <translation>{name} (voluntary)</translation>
    </message>
    <message>
        <source>{name}（共用）</source>
        <translation>{name} (for all)</translation>
    </message>
    <message>
        <source>原件待核</source>
        <translation>original to compare</translation>
    </message>
    <message>
        <source>原件已核</source>
        <translation>original compared</translation>
    </message>
</context>
<context>
    <name>rules</name>
    <message>
        <source>{n} 前收件</source>
        <translation>taken in before {n}</translation>
    </message>
    <message>
        <source>{n} 及以后收件</source>
        <translation>taken in at {n} or later</translation>
    </message>
    <message>
        <source>休息日收件</source>
        <translation>taken in on a day of rest</translation>
    </message>
    <message>
        <source>当日 {n} 前移交</source>
        <translation>handed over by {n} the same day</translation>
    </message>
    <message>
        <source>下一工作日 {n} 前移交</source>
        <translation>handed over by {n} the next working day</translation>
    </message>
    <message>
        <source>本厅最长 {n} 个工作日</source>
        <translation>the hall&apos;s limit of {n} working days</translation>
    </message>
    <message>
        <source>手册规定 {n} 个工作日</source>
        <translation>{n} working days in its handbook</translation>
    </message>
    <message>
        <source>须早于承诺时限 {n} 个工作日</source>
        <translation>{n} working days before the promised limit</translation>
    </message>
    <message>
        <source>部门在补正通知书中指定</source>
        <translation>set by the department in its correction notice</translation>
    </message>
    <message>
        <source>容缺受理承诺书</source>
        <translation>the signed promise</translation>
    </message>
    <message>
        <source>督办单</source>
        <translation>the reminder</translation>
    </message>
    <message>
        <source>本厅受理时限</source>
        <translation>the hall&apos;s limit for acceptance</translation>
    </message>
    <message>
        <source>行政许可法第三十二条</source>
        <translation>Administrative Licensing Law, art. 32</translation>
    </message>
    <message>
        <source>行政许可法第四十四条</source>
        <translation>Administrative Licensing Law, art. 44</translation>
    </message>
    <message>
        <source>行政许可法第四十五条</source>
        <translation>Administrative Licensing Law, art. 45</translation>
    </message>
    <message>
        <source>自受理之日起的承诺时限</source>
        <translation>the promised time, from acceptance</translation>
    </message>
    <message>
        <source>法定办结时限</source>
        <translation>the statutory limit</translation>
    </message>
    <message>
        <source>本环节时限</source>
        <translation>the limit of this stage</translation>
    </message>
    <message>
        <source>扣除特别程序时间</source>
        <translation>special steps left out</translation>
    </message>
    <message>
        <source>经批准延长 {n} 个工作日</source>
        <translation>extended by {n} working days with approval</translation>
    </message>
    <message>
        <source>结果不予接收后更正</source>
        <translation>correction of a result that was refused</translation>
    </message>
    <message>
        <source>送达后移交部门</source>
        <translation>passed to the department after delivery</translation>
    </message>
    <message>
        <source>自起算日的次日起第 {n} 个{unit}结束前</source>
        <translation>End of {unit} {n}, counted from the next day</translation>
    </message>
    <message>
        <source>收件日</source>
        <translation>Day taken in</translation>
    </message>
    <message>
        <source>材料移交日</source>
        <translation>Day of hand-over</translation>
    </message>
    <message>
        <source>最迟受理日</source>
        <translation>Latest acceptance</translation>
    </message>
    <message>
        <source>受理日</source>
        <translation>Day of acceptance</translation>
    </message>
    <message>
        <source>原到期日</source>
        <translation>Former due day</translation>
    </message>
    <message>
        <source>起算日</source>
        <translation>Starting day</translation>
    </message>
    <message>
        <source>启动日</source>
        <translation>Day it began</translation>
    </message>
    <message>
        <source>决定日</source>
        <translation>Day of decision</translation>
    </message>
    <message>
        <source>{start}为休息日（{why}）</source>
        <translation>{start}, a rest day ({why})</translation>
    </message>
    <message>
        <source>不计入</source>
        <translation>not counted</translation>
    </message>
    <message>
        <source>当日到期</source>
        <translation>due the same day</translation>
    </message>
    <message>
        <source>自然日</source>
        <translation>calendar day</translation>
    </message>
    <message>
        <source>自然日照计</source>
        <translation>counted as a calendar day</translation>
    </message>
    <message>
        <source>工作日</source>
        <translation>working day</translation>
    </message>
    <message>
        <source>暂按工作日计</source>
        <translation>taken as a working day for now</translation>
    </message>
    <message>
        <source>期限顺延至本日</source>
        <translation>limit moved to this day</translation>
    </message>
    <message>
        <source>{day}休息</source>
        <translation>{day}, rest day</translation>
    </message>
    <message>
        <source>{name}放假</source>
        <translation>{name}, holiday</translation>
    </message>
    <message>
        <source>{name}调休上班</source>
        <translation>{name}, worked instead</translation>
    </message>
    <message>
        <source>{name}（法定节日，当年安排未公布）</source>
        <translation>{name} (statutory, the year&apos;s plan is not out)</translation>
    </message>
    <message>
        <source>周一</source>
        <translation>Mon</translation>
    </message>
    <message>
        <source>周二</source>
        <translation>Tue</translation>
    </message>
    <message>
        <source>周三</source>
        <translation>Wed</translation>
    </message>
    <message>
        <source>周四</source>
        <translation>Thu</translation>
    </message>
    <message>
        <source>周五</source>
        <translation>Fri</translation>
    </message>
    <message>
        <source>周六</source>
        <translation>Sat</translation>
    </message>
    <message>
        <source>周日</source>
        <translation>Sun</translation>
    </message>
    <message>
        <source>元旦</source>
        <translation>New Year</translation>
    </message>
    <message>
        <source>春节</source>
        <translation>Spring Festival</translation>
    </message>
    <message>
        <source>清明节</source>
        <translation>Qingming</translation>
    </message>
    <message>
        <source>劳动节</source>
        <translation>Labour Day</translation>
    </message>
    <message>
        <source>端午节</source>
        <translation>Dragon Boat Festival</translation>
    </message>
    <message>
        <source>中秋节</source>
        <translation>Mid-Autumn</translation>
    </message>
    <message>
        <source>国庆节</source>
        <translation>National Day</translation>
    </message>
</context>
<context>
    <name>second</name>
    <message>
        <source>申请人</source>
        <translation>Applicant</translation>
    </message>
    <message>
        <source>证件号</source>
        <translation>ID number</translation>
    </message>
    <message>
        <source>手机 {phone}</source>
        <translation>mobile {phone}</translation>
    </message>
    <message>
        <source>经办人</source>
        <translation>Represented by</translation>
    </message>
    <message>
        <source>办什么事</source>
        <translation>Matters</translation>
    </message>
    <message>
        <source>收了什么</source>
        <translation>Received</translation>
    </message>
    <message>
        <source>不用交</source>
        <translation>Not needed</translation>
    </message>
    <message>
        <source>以后补交</source>
        <translation>To come later</translation>
    </message>
    <message>
        <source>还差什么</source>
        <translation>Still missing</translation>
    </message>
    <message>
        <source>怎么取</source>
        <translation>Result</translation>
    </message>
    <message>
        <source>缴费</source>
        <translation>Fee</translation>
    </message>
    <message>
        <source>{name}（{date} 前补来，逾期按规定处理）</source>
        <translation>{name} (by {date}; the rules apply if late)</translation>
    </message>
    <message>
        <source>{names} 等 {n} 项</source>
        <translation>{names} … {n} in all</translation>
    </message>
    <message>
        <source>{name} 等 {n} 人</source>
        <translation>{name} and others, {n} in all</translation>
    </message>
</context>
<context>
    <name>server</name>
    <message>
        <source>无</source>
        <translation>none</translation>
    </message>
    <message>
        <source>服务器已就绪（结构版本 {version}），大厅 {hall}。</source>
        <translation>The server is ready (schema {version}), hall {hall}.</translation>
    </message>
    <message>
        <source>结构版本 {before} → {after}。</source>
        <translation>Schema {before} → {after}.</translation>
    </message>
    <message>
        <source>{package} 已放到服务器，{hall} 的工作站可以取。</source>
        <translation>{package} is on the server; the stations of {hall} can take it.</translation>
    </message>
    <message>
        <source>{hall} 的窗口至少须为第 {n} 版协议；更旧的只送不取。</source>
        <translation>Windows of {hall} need protocol {n} at least; older ones only send.</translation>
    </message>
    <message>
        <source>已登记 {station}；登录文件 {file}，请只交给该机。</source>
        <translation>{station} is enrolled; login file {file}: give it to that PC only.</translation>
    </message>
    <message>
        <source>证书在 {folder}；authority.key 请离线保管。</source>
        <translation>The certificates are in {folder}; keep authority.key offline.</translation>
    </message>
    <message>
        <source>{hall} 的第 {n} 纪元已开始。</source>
        <translation>Epoch {n} of {hall} has begun.</translation>
    </message>
    <message>
        <source>全大厅</source>
        <translation>the whole hall</translation>
    </message>
    <message>
        <source>{station} 现可取得：{whose}；缺的内容随后几轮同步补齐。</source>
        <translation>{station} now has records of: {whose}; what it lacks comes with the next rounds.</translation>
    </message>
    <message>
        <source>{station} 已停用，其连接已断开。</source>
        <translation>{station} is revoked and its connections are cut.</translation>
    </message>
    <message>
        <source>已备份 {halls}。</source>
        <translation>Backed up: {halls}.</translation>
    </message>
    <message>
        <source>已恢复 {halls}，新的纪元已开始。</source>
        <translation>Restored: {halls}; a new epoch has begun.</translation>
    </message>
    <message>
        <source>{hall} 到 {position}</source>
        <translation>{hall} up to {position}</translation>
    </message>
    <message>
        <source>{hall} 到 {position}、{others}</source>
        <translation>{hall} up to {position}, {others}</translation>
    </message>
    <message>
        <source>空库</source>
        <translation>an empty database</translation>
    </message>
    <message>
        <source>大厅 {hall} 已迁到服务器，次序到 {position}。</source>
        <translation>Hall {hall} has moved to the server, up to position {position}.</translation>
    </message>
    <message>
        <source>有 {n} 条内容过大，服务器不收，只留在本机，请勿删除本机数据。</source>
        <translation>Too large for the server and kept on this PC only: {n}; do not delete this PC&apos;s data.</translation>
    </message>
    <message>
        <source>{hall}：次序 {position}，纪元 {epoch}，站点 {stations}（停用 {revoked}），待人查看 {kept}，候办 {waiting}</source>
        <translation>{hall}: position {position}, epoch {epoch}, stations {stations} (revoked {revoked}), to be looked at {kept}, waiting {waiting}</translation>
    </message>
    <message>
        <source>{hall}：次序 {position}，纪元 {epoch}，站点 {stations}（停用 {revoked}），待人查看 {kept}，候办 {waiting}，未封存扫描页 {unsealed}</source>
        <translation>{hall}: position {position}, epoch {epoch}, stations {stations} (revoked {revoked}), to be looked at {kept}, waiting {waiting}, scanned pages not sealed {unsealed}</translation>
    </message>
    <message>
        <source>未封存扫描页 {unsealed}</source>
        <translation>scanned pages not sealed {unsealed}</translation>
    </message>
    <message>
        <source>{hall} {clerk} 在 {station} 有 {n} 条未核实，最早次序 {position}</source>
        <translation>{hall}: unverified records of {clerk} at {station}: {n}, the first at position {position}</translation>
    </message>
    <message>
        <source>没有大厅。</source>
        <translation>There is no hall.</translation>
    </message>
    <message>
        <source>{file}：管理口令；端口 {port}</source>
        <translation>{file}: administrator&apos;s password; port {port}</translation>
    </message>
    <message>
        <source>服务器已停止。</source>
        <translation>The server has stopped.</translation>
    </message>
    <message>
        <source>{n} 条未同步记录写入 {file}。</source>
        <translation>Records not sent, written to {file}: {n}.</translation>
    </message>
    <message>
        <source>已加入 {hall}，取得 {n} 条办理记录。</source>
        <translation>Joined {hall}; records fetched: {n}.</translation>
    </message>
    <message>
        <source>其余 {n} 条开机后自动取得，现在即可办理。</source>
        <translation>The other {n} come by themselves once the desk runs; work can begin now.</translation>
    </message>
    <message>
        <source>次序 {position}，纪元 {epoch}，待同步 {n} 件</source>
        <translation>position {position}, epoch {epoch}, to be sent {n}</translation>
    </message>
    <message>
        <source>次序 {position}，纪元 {epoch}，待同步 {n} 件，最早 {at}</source>
        <translation>position {position}, epoch {epoch}, to be sent {n}, oldest {at}</translation>
    </message>
    <message>
        <source>最早 {at}</source>
        <translation>oldest {at}</translation>
    </message>
    <message>
        <source>备用编号代码 {n} 个，登录未核实 {logins} 次</source>
        <translation>spare number codes {n}, unverified logins {logins}</translation>
    </message>
    <message>
        <source>服务器次序 {position}，纪元 {epoch}，时钟差 {offset} 秒</source>
        <translation>server: position {position}, epoch {epoch}, clocks differ by {offset} s</translation>
    </message>
    <message>
        <source>本机时钟与服务器相差过大，请校时</source>
        <translation>This PC&apos;s clock is too far from the server&apos;s; set it</translation>
    </message>
    <message>
        <source>服务器联系不上（{code}），本机照常办理</source>
        <translation>The server cannot be reached ({code}); work goes on here</translation>
    </message>
    <message>
        <source>{clerk} 可登录的工作站：{stations}。</source>
        <translation>{clerk} may log in at: {stations}.</translation>
    </message>
    <message>
        <source>{hall} 的 {kind} 自 {day} 起保存 {n} 天。</source>
        <translation>{kind} of {hall}: kept for {n} days from {day} on.</translation>
    </message>
    <message>
        <source>已销毁 {n} 份个人信息记录的密钥，备份密钥文件已重写。</source>
        <translation>Keys of personal records destroyed: {n}; the file of the backups&apos; keys is written anew.</translation>
    </message>
    <message>
        <source>销毁证明：{file}</source>
        <translation>Proof of deletion: {file}</translation>
    </message>
    <message>
        <source>服务器上的次序全部完好。</source>
        <translation>Every order on the server is whole.</translation>
    </message>
    <message>
        <source>发现 {n} 处问题。</source>
        <translation>Faults found: {n}.</translation>
    </message>
    <message>
        <source>{hall} 次序 {position}：服务器与本机副本不同</source>
        <translation>{hall} position {position}: the server and this PC&apos;s copy differ</translation>
    </message>
    <message>
        <source>次序 {n}</source>
        <translation>position {n}</translation>
    </message>
    <message>
        <source>实例 {origin} 第 {n} 条</source>
        <translation>incarnation {origin}, record {n}</translation>
    </message>
    <message>
        <source>已签 {heads} 个次序头、{n} 个班次，拒签 {refused} 个班次。</source>
        <translation>Signed: heads {heads}, shifts {n}; shifts refused: {refused}.</translation>
    </message>
    <message>
        <source>公钥 {key}</source>
        <translation>Public key {key}</translation>
    </message>
    <message>
        <source>{station} 的接入码：{code}</source>
        <translation>One-time code for {station}: {code}</translation>
    </message>
    <message>
        <source>{n} 分钟内有效，只能用一次。</source>
        <translation>It holds for {n} min and works once.</translation>
    </message>
    <message>
        <source>正在 {port} 端口接收新电脑，装完请结束本命令。</source>
        <translation>Taking new PCs at port {port}; end this command when all are set up.</translation>
    </message>
    <message>
        <source>已停止接收新电脑。</source>
        <translation>No more new PCs are taken.</translation>
    </message>
    <message>
        <source>{station}：已排入次序 {n} 条（标为待人查看）。</source>
        <translation>{station}: records placed {n} (marked to be looked at).</translation>
    </message>
    <message>
        <source>另存待人决定 {n} 条；查看后用 --accept 采用。</source>
        <translation>Kept for a person to decide: {n}; look at them, then use --accept.</translation>
    </message>
    <message>
        <source>{station} 的证书登录文件：{file}，请只交给该机，在该机运行 zcdesk sync login --login {name}；在那以前原密码照旧。</source>
        <translation>Login by certificate for {station}: {file}; give it to that PC only and run zcdesk sync login --login {name} there; until then the password holds.</translation>
    </message>
    <message>
        <source>{station} 今后用证书登录，密码已作废。</source>
        <translation>{station} logs in by certificate from now on; its password is void.</translation>
    </message>
    <message>
        <source>登录文件请删去。</source>
        <translation>Delete the login file.</translation>
    </message>
    <message>
        <source>必需</source>
        <translation>needed</translation>
    </message>
    <message>
        <source>备份恢复</source>
        <translation>backup and restore</translation>
    </message>
    <message>
        <source>主备与汇聚</source>
        <translation>standby and gathering</translation>
    </message>
    <message>
        <source>本程序不用</source>
        <translation>not used here</translation>
    </message>
    <message>
        <source>✓ 有</source>
        <translation>✓ has</translation>
    </message>
    <message>
        <source>✗ 缺</source>
        <translation>✗ lacks</translation>
    </message>
    <message>
        <source>△ 未试</source>
        <translation>△ not tried</translation>
    </message>
    <message>
        <source>{mark}  [{use}] {name}：{why}</source>
        <translation>{mark}  [{use}] {name}: {why}</translation>
    </message>
    <message>
        <source>{mark}  [{use}] {name}：{why}  → {said}</source>
        <translation>{mark}  [{use}] {name}: {why}  → {said}</translation>
    </message>
    <message>
        <source>缺 {n} 项必需的功能，不能作大厅服务器。</source>
        <translation>Needed and lacking: {n}; it cannot be a hall&apos;s server.</translation>
    </message>
    <message>
        <source>必需的功能都有。</source>
        <translation>It has all that is needed.</translation>
    </message>
    <message>
        <source>答 {given}，应为 {wanted}</source>
        <translation>answers {given} in place of {wanted}</translation>
    </message>
    <message>
        <source>建模式</source>
        <translation>make a schema</translation>
    </message>
    <message>
        <source>试验的地方</source>
        <translation>the place to try in</translation>
    </message>
    <message>
        <source>整套结构</source>
        <translation>whole schema</translation>
    </message>
    <message>
        <source>整套结构·{part}</source>
        <translation>whole schema, {part}</translation>
    </message>
    <message>
        <source>已有大厅的结构，不再试建</source>
        <translation>a hall&apos;s schema is there already; not tried again</translation>
    </message>
    <message>
        <source>{n} 部分全部建成并调用过</source>
        <translation>all {n} parts laid and called</translation>
    </message>
    <message>
        <source>自称 {version}</source>
        <translation>calls itself {version}</translation>
    </message>
    <message>
        <source>版本</source>
        <translation>version</translation>
    </message>
    <message>
        <source>PostgreSQL {n} 或以上的协议与语法</source>
        <translation>protocol and grammar of PostgreSQL {n} or later</translation>
    </message>
    <message>
        <source>只读快照</source>
        <translation>read-only snapshot</translation>
    </message>
    <message>
        <source>备份里各表是同一时刻</source>
        <translation>all tables of a backup are of one moment</translation>
    </message>
    <message>
        <source>证书登录</source>
        <translation>login by certificate</translation>
    </message>
    <message>
        <source>窗口没有口令可偷</source>
        <translation>windows have no password to steal</translation>
    </message>
    <message>
        <source>TLS 没有开启</source>
        <translation>TLS is off</translation>
    </message>
    <message>
        <source>登录规则里没有证书一行</source>
        <translation>no line of the login rules asks for a certificate</translation>
    </message>
    <message>
        <source>角色与模式</source>
        <translation>roles and schemas</translation>
    </message>
    <message>
        <source>表</source>
        <translation>tables</translation>
    </message>
    <message>
        <source>次序与核对</source>
        <translation>order and checks</translation>
    </message>
    <message>
        <source>上送</source>
        <translation>sending</translation>
    </message>
    <message>
        <source>取回</source>
        <translation>fetching</translation>
    </message>
    <message>
        <source>排队与编号</source>
        <translation>queue and numbers</translation>
    </message>
    <message>
        <source>附件</source>
        <translation>attachments</translation>
    </message>
    <message>
        <source>行级安全</source>
        <translation>row-level security</translation>
    </message>
    <message>
        <source>授权</source>
        <translation>grants</translation>
    </message>
    <message>
        <source>收回</source>
        <translation>revoked rights</translation>
    </message>
    <message>
        <source>签名</source>
        <translation>signatures</translation>
    </message>
    <message>
        <source>登录核对</source>
        <translation>checks of logins</translation>
    </message>
    <message>
        <source>个人信息记录</source>
        <translation>personal records</translation>
    </message>
    <message>
        <source>快速上送</source>
        <translation>quick sending</translation>
    </message>
    <message>
        <source>接入码</source>
        <translation>one-time codes</translation>
    </message>
    <message>
        <source>最低协议</source>
        <translation>least protocol</translation>
    </message>
    <message>
        <source>迟到记录</source>
        <translation>late records</translation>
    </message>
    <message>
        <source>单件上送</source>
        <translation>sending one by one</translation>
    </message>
    <message>
        <source>调用</source>
        <translation>calls</translation>
    </message>
    <message>
        <source>UTF-8 编码</source>
        <translation>UTF-8 encoding</translation>
    </message>
    <message>
        <source>姓名一字不差</source>
        <translation>names to the letter</translation>
    </message>
    <message>
        <source>事务内建表</source>
        <translation>tables made in a transaction</translation>
    </message>
    <message>
        <source>升级要么全成要么不动</source>
        <translation>an upgrade is made whole or not at all</translation>
    </message>
    <message>
        <source>同一请求重复送达只算一次</source>
        <translation>what arrives twice counts once</translation>
    </message>
    <message>
        <source>全厅次序逐条排定</source>
        <translation>the hall&apos;s order, record by record</translation>
    </message>
    <message>
        <source>多窗口同时叫号互不等待</source>
        <translation>windows call at once without waiting for each other</translation>
    </message>
    <message>
        <source>bytea 与 sha256()</source>
        <translation>bytea and sha256()</translation>
    </message>
    <message>
        <source>服务器自己核对每条记录</source>
        <translation>the server checks each record itself</translation>
    </message>
    <message>
        <source>函数的答复</source>
        <translation>the answers of functions</translation>
    </message>
    <message>
        <source>to_json 原样</source>
        <translation>to_json to the letter</translation>
    </message>
    <message>
        <source>记录头的字节与窗口一致</source>
        <translation>heads of records have the windows&apos; bytes</translation>
    </message>
    <message>
        <source>复合类型与数组</source>
        <translation>composite types and arrays</translation>
    </message>
    <message>
        <source>一批记录一次送达</source>
        <translation>many records arrive at once</translation>
    </message>
    <message>
        <source>标准 SQL 函数体</source>
        <translation>standard SQL function bodies</translation>
    </message>
    <message>
        <source>函数体建时即核对</source>
        <translation>bodies are checked when they are made</translation>
    </message>
    <message>
        <source>收发记录的函数</source>
        <translation>the functions that take and give records</translation>
    </message>
    <message>
        <source>自定错误码与捕获</source>
        <translation>own error codes, caught</translation>
    </message>
    <message>
        <source>拒绝的原因逐一说明</source>
        <translation>each refusal says why</translation>
    </message>
    <message>
        <source>角色与成员</source>
        <translation>roles and members</translation>
    </message>
    <message>
        <source>一机一登录</source>
        <translation>one login for each PC</translation>
    </message>
    <message>
        <source>SECURITY DEFINER 与 SET</source>
        <translation>SECURITY DEFINER and SET</translation>
    </message>
    <message>
        <source>窗口只能调用函数，不能碰表</source>
        <translation>windows call functions and touch no table</translation>
    </message>
    <message>
        <source>默认权限</source>
        <translation>default rights</translation>
    </message>
    <message>
        <source>新函数不对所有人开放</source>
        <translation>new functions are not open to all</translation>
    </message>
    <message>
        <source>第二道墙：别厅的行看不见</source>
        <translation>a second wall: rows of other halls are unseen</translation>
    </message>
    <message>
        <source>收回系统函数</source>
        <translation>system functions revoked</translation>
    </message>
    <message>
        <source>咨询锁、大对象、睡眠不给窗口用</source>
        <translation>no advisory locks, large objects and sleep for windows</translation>
    </message>
    <message>
        <source>会话一览与结束</source>
        <translation>sessions listed and ended</translation>
    </message>
    <message>
        <source>挂住事务的会话被及时断开</source>
        <translation>sessions that hold a transaction are cut in time</translation>
    </message>
    <message>
        <source>密码校验值可读</source>
        <translation>password check values readable</translation>
    </message>
    <message>
        <source>恢复到新服务器后各窗口照常登录</source>
        <translation>after a restore elsewhere windows log in as before</translation>
    </message>
    <message>
        <source>流复制</source>
        <translation>streaming replication</translation>
    </message>
    <message>
        <source>主备切换</source>
        <translation>change to the standby</translation>
    </message>
    <message>
        <source>逻辑发布</source>
        <translation>logical publication</translation>
    </message>
    <message>
        <source>市级到省级单向汇聚，按大厅取行</source>
        <translation>one way from city to province, rows by hall</translation>
    </message>
    <message>
        <source>次序头轮询，不靠通知</source>
        <translation>the head is asked for; nothing hangs on notices</translation>
    </message>
    <message>
        <source>咨询锁</source>
        <translation>advisory locks</translation>
    </message>
    <message>
        <source>用行锁</source>
        <translation>row locks are used</translation>
    </message>
    <message>
        <source>生成列</source>
        <translation>generated columns</translation>
    </message>
    <message>
        <source>表里只有写入的值</source>
        <translation>tables hold only what was written</translation>
    </message>
    <message>
        <source>{named}：{found}</source>
        <translation>{named}: {found}</translation>
    </message>
</context>
<context>
    <name>setup</name>
    <message>
        <source>已建立：{data}</source>
        <translation>Set up: {data}</translation>
    </message>
    <message>
        <source>只采用用公钥 {key}… 签名的更新</source>
        <translation>Takes only updates signed with {key}…</translation>
    </message>
    <message>
        <source>找到设备 {kind}：{url}</source>
        <translation>Device found, {kind}: {url}</translation>
    </message>
    <message>
        <source>没有找到设备 {kind}，请看连线和电源；以后在“设备”页检测</source>
        <translation>Device not found, {kind}: check cable and power; look for it later on the Devices page</translation>
    </message>
    <message>
        <source>没有打印机，未试办。</source>
        <translation>No printer, so no case was tried.</translation>
    </message>
    <message>
        <source>接好后可在“设备”页打印测试页</source>
        <translation>Connect one and print a test page on the Devices page</translation>
    </message>
    <message>
        <source>已可使用，但试办的收件通知书没有打印出来：{why}</source>
        <translation>Ready for use, but the receipt of the trial was not printed: {why}</translation>
    </message>
    <message>
        <source>已打印</source>
        <translation>printed</translation>
    </message>
    <message>
        <source>已送打印机，请看有没有出纸</source>
        <translation>sent to the printer; see whether paper came out</translation>
    </message>
    <message>
        <source>试办一件：收件通知书{sure}（标“试运行 不作数”，不计数，不占真实编号）</source>
        <translation>A case was tried, receipt {sure} (marked as a trial, not counted, takes no real number)</translation>
    </message>
    <message>
        <source>口令：</source>
        <translation>Password: </translation>
    </message>
    <message>
        <source>本机的记录已全部上报，窗口 {window} 已交出。</source>
        <translation>Everything here was sent; window {window} is given away.</translation>
    </message>
    <message>
        <source>新电脑的接入码：{code}</source>
        <translation>One-time code for the new PC: {code}</translation>
    </message>
    <message>
        <source>24 小时内在新电脑的首次设置里填服务器地址 {server} 和这个接入码；本机不能再收件。</source>
        <translation>Within 24 hours type the server {server} and this code in the new PC&apos;s first setup; this PC takes in no more.</translation>
    </message>
</context>
<context>
    <name>sheets</name>
    <message>
        <source>编号</source>
        <translation>Number</translation>
    </message>
    <message>
        <source>事项</source>
        <translation>Matter</translation>
    </message>
    <message>
        <source>部门</source>
        <translation>Department</translation>
    </message>
    <message>
        <source>状态</source>
        <translation>State</translation>
    </message>
    <message>
        <source>窗口</source>
        <translation>Window</translation>
    </message>
    <message>
        <source>收件</source>
        <translation>Taken in</translation>
    </message>
    <message>
        <source>到期</source>
        <translation>Due</translation>
    </message>
    <message>
        <source>号码</source>
        <translation>Ticket</translation>
    </message>
    <message>
        <source>类别</source>
        <translation>Category</translation>
    </message>
    <message>
        <source>取号</source>
        <translation>Taken</translation>
    </message>
    <message>
        <source>叫号</source>
        <translation>Called</translation>
    </message>
    <message>
        <source>结束</source>
        <translation>Ended</translation>
    </message>
    <message>
        <source>等级</source>
        <translation>Level</translation>
    </message>
    <message>
        <source>时间</source>
        <translation>Time</translation>
    </message>
    <message>
        <source>原因</source>
        <translation>Reason</translation>
    </message>
    <message>
        <source>人员</source>
        <translation>Clerk</translation>
    </message>
    <message>
        <source>从</source>
        <translation>From</translation>
    </message>
    <message>
        <source>受理范围</source>
        <translation>Scope</translation>
    </message>
    <message>
        <source>等候人数</source>
        <translation>Waiting</translation>
    </message>
    <message>
        <source>最长分钟</source>
        <translation>Longest (min)</translation>
    </message>
    <message>
        <source>办理</source>
        <translation>Called</translation>
    </message>
    <message>
        <source>超期</source>
        <translation>Overdue</translation>
    </message>
    <message>
        <source>今日到期</source>
        <translation>Due today</translation>
    </message>
    <message>
        <source>件数</source>
        <translation>Count</translation>
    </message>
    <message>
        <source>指标</source>
        <translation>Figure</translation>
    </message>
    <message>
        <source>本期</source>
        <translation>Now</translation>
    </message>
    <message>
        <source>上期</source>
        <translation>Before</translation>
    </message>
    <message>
        <source>去年同期</source>
        <translation>Year ago</translation>
    </message>
    <message>
        <source>分子</source>
        <translation>Hits</translation>
    </message>
    <message>
        <source>分母</source>
        <translation>Of</translation>
    </message>
    <message>
        <source>日期</source>
        <translation>Day</translation>
    </message>
    <message>
        <source>计入</source>
        <translation>Counts</translation>
    </message>
    <message>
        <source>说明</source>
        <translation>Note</translation>
    </message>
    <message>
        <source>姓名</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>权重</source>
        <translation>Weight</translation>
    </message>
    <message>
        <source>得分</source>
        <translation>Score</translation>
    </message>
    <message>
        <source>件次</source>
        <translation>Times</translation>
    </message>
    <message>
        <source>是</source>
        <translation>Yes</translation>
    </message>
    <message>
        <source>不足 {n} 件</source>
        <translation>Fewer than {n}</translation>
    </message>
    <message>
        <source>首次发布</source>
        <translation>First published</translation>
    </message>
    <message>
        <source>期初</source>
        <translation>At the beginning</translation>
    </message>
    <message>
        <source>期末</source>
        <translation>At the end</translation>
    </message>
    <message>
        <source>比首次</source>
        <translation>Change</translation>
    </message>
    <message>
        <source>目标</source>
        <translation>Target</translation>
    </message>
    <message>
        <source>编码</source>
        <translation>Code</translation>
    </message>
    <message>
        <source>异常</source>
        <translation>Trouble</translation>
    </message>
    <message>
        <source>情况</source>
        <translation>What</translation>
    </message>
    <message>
        <source>代码</source>
        <translation>Error</translation>
    </message>
    <message>
        <source>事项（项）</source>
        <translation>Matters</translation>
    </message>
    <message>
        <source>必交材料（份）</source>
        <translation>Required papers</translation>
    </message>
    <message>
        <source>承诺时限合计（工作日）</source>
        <translation>Promised working days in all</translation>
    </message>
    <message>
        <source>平均审查环节（实际）</source>
        <translation>Review steps on average</translation>
    </message>
    <message>
        <source>综窗可办事项占比</source>
        <translation>Matters at one-stop windows</translation>
    </message>
    <message>
        <source>网上申报率</source>
        <translation>Filed online</translation>
    </message>
    <message>
        <source>综合受理可办事项</source>
        <translation>Matters at general windows</translation>
    </message>
    <message>
        <source>分领域综窗可办事项</source>
        <translation>Matters at category windows</translation>
    </message>
    <message>
        <source>专业窗口可办事项</source>
        <translation>Matters at specialised windows</translation>
    </message>
    <message>
        <source>主题窗口可办事项</source>
        <translation>Matters at theme windows</translation>
    </message>
    <message>
        <source>特殊窗口可办事项</source>
        <translation>Matters at special windows</translation>
    </message>
    <message>
        <source>全科窗口可办事项</source>
        <translation>Matters at all-round windows</translation>
    </message>
    <message>
        <source>综合出件可办事项</source>
        <translation>Matters at the result counter</translation>
    </message>
    <message>
        <source>等候</source>
        <translation>Waiting</translation>
    </message>
    <message>
        <source>已呼叫</source>
        <translation>Called</translation>
    </message>
    <message>
        <source>办理中</source>
        <translation>Serving</translation>
    </message>
    <message>
        <source>挂起</source>
        <translation>Parked</translation>
    </message>
    <message>
        <source>过号</source>
        <translation>No-show</translation>
    </message>
    <message>
        <source>已结束</source>
        <translation>Ended</translation>
    </message>
    <message>
        <source>空闲</source>
        <translation>Idle</translation>
    </message>
    <message>
        <source>暂停</source>
        <translation>Paused</translation>
    </message>
    <message>
        <source>关闭</source>
        <translation>Closed</translation>
    </message>
    <message>
        <source>故障</source>
        <translation>Failed</translation>
    </message>
    <message>
        <source>恢复</source>
        <translation>Back</translation>
    </message>
    <message>
        <source>非常满意</source>
        <translation>Very satisfied</translation>
    </message>
    <message>
        <source>满意</source>
        <translation>Satisfied</translation>
    </message>
    <message>
        <source>基本满意</source>
        <translation>Fairly satisfied</translation>
    </message>
    <message>
        <source>不满意</source>
        <translation>Dissatisfied</translation>
    </message>
    <message>
        <source>非常不满意</source>
        <translation>Very dissatisfied</translation>
    </message>
    <message>
        <source>今日已结束的办理</source>
        <translation>Visits ended today</translation>
    </message>
    <message>
        <source>今日收件</source>
        <translation>Cases received today</translation>
    </message>
    <message>
        <source>今日办结</source>
        <translation>Cases decided today</translation>
    </message>
    <message>
        <source>今日容缺收件</source>
        <translation>Received today with a promise</translation>
    </message>
    <message>
        <source>今日评价</source>
        <translation>Ratings of today</translation>
    </message>
    <message>
        <source>未结束的号</source>
        <translation>Numbers not ended</translation>
    </message>
    <message>
        <source>对不上的件</source>
        <translation>Cases that do not agree</translation>
    </message>
    <message>
        <source>{x} 号窗口今日号码</source>
        <translation>Numbers of today at window {x}</translation>
    </message>
    <message>
        <source>{x} 号窗口设备异常记录</source>
        <translation>Device trouble at window {x}</translation>
    </message>
    <message>
        <source>{x} 起 15 分钟</source>
        <translation>15 minutes from {x}</translation>
    </message>
    <message>
        <source>等候 {x}</source>
        <translation>Waiting: {x}</translation>
    </message>
    <message>
        <source>超期与今日到期 {x}</source>
        <translation>Overdue or due today: {x}</translation>
    </message>
    <message>
        <source>超期 {x}</source>
        <translation>Overdue: {x}</translation>
    </message>
    <message>
        <source>今日评价 {x}</source>
        <translation>Ratings of today: {x}</translation>
    </message>
    <message>
        <source>待移交材料 {x}</source>
        <translation>Papers to hand over: {x}</translation>
    </message>
    <message>
        <source>{x}，另 {n} 项</source>
        <translation>{x} and {n} more</translation>
    </message>
    <message>
        <source>只办 {n} 项</source>
        <translation>Single matters: {n}</translation>
    </message>
    <message>
        <source>今日差评</source>
        <translation>Bad ratings today</translation>
    </message>
    <message>
        <source>差评</source>
        <translation>Bad ratings</translation>
    </message>
    <message>
        <source>超期与今日到期</source>
        <translation>Overdue or due today</translation>
    </message>
    <message>
        <source>可办</source>
        <translation>taken</translation>
    </message>
    <message>
        <source>不可办</source>
        <translation>not taken</translation>
    </message>
</context>
<context>
    <name>shell</name>
    <message>
        <source>空闲</source>
        <translation>Free</translation>
    </message>
    <message>
        <source>办理中</source>
        <translation>Serving</translation>
    </message>
    <message>
        <source>暂停</source>
        <translation>Paused</translation>
    </message>
    <message>
        <source>已关闭</source>
        <translation>Closed</translation>
    </message>
    <message>
        <source>暂停：用餐</source>
        <translation>Pause: meal</translation>
    </message>
    <message>
        <source>暂停：会议</source>
        <translation>Pause: meeting</translation>
    </message>
    <message>
        <source>暂停：设备故障</source>
        <translation>Pause: device fault</translation>
    </message>
    <message>
        <source>暂停：其他</source>
        <translation>Pause: other</translation>
    </message>
</context>
<context>
    <name>shift</name>
    <message>
        <source>换班</source>
        <translation>Shift</translation>
    </message>
    <message>
        <source>午休</source>
        <translation>Lunch</translation>
    </message>
    <message>
        <source>顶岗</source>
        <translation>Take-over</translation>
    </message>
    <message>
        <source>在办</source>
        <translation>Open</translation>
    </message>
    <message>
        <source>挂起</source>
        <translation>Parked</translation>
    </message>
    <message>
        <source>留存材料</source>
        <translation>Papers held</translation>
    </message>
    <message>
        <source>无号</source>
        <translation>No number</translation>
    </message>
    <message>
        <source>尚未选事项</source>
        <translation>no matter chosen yet</translation>
    </message>
</context>
<context>
    <name>slips</name>
    <message>
        <source>另一张取号单</source>
        <translation>another ticket</translation>
    </message>
    <message>
        <source>收件通知书</source>
        <translation>receipt</translation>
    </message>
    <message>
        <source>容缺承诺书</source>
        <translation>promise</translation>
    </message>
    <message>
        <source>材料接收凭证</source>
        <translation>material voucher</translation>
    </message>
    <message>
        <source>汇总清单</source>
        <translation>summary list</translation>
    </message>
    <message>
        <source>别处的码</source>
        <translation>code from elsewhere</translation>
    </message>
    <message>
        <source>一次性告知书</source>
        <translation>one-time notice</translation>
    </message>
</context>
<context>
    <name>stars</name>
    <message>
        <source>非常满意</source>
        <translation>Very satisfied</translation>
    </message>
    <message>
        <source>满意</source>
        <translation>Satisfied</translation>
    </message>
    <message>
        <source>基本满意</source>
        <translation>Fairly satisfied</translation>
    </message>
    <message>
        <source>不满意</source>
        <translation>Dissatisfied</translation>
    </message>
    <message>
        <source>非常不满意</source>
        <translation>Very dissatisfied</translation>
    </message>
    <message>
        <source>办理时间太长</source>
        <translation>Took too long</translation>
    </message>
    <message>
        <source>没有一次说清</source>
        <translation>Not told everything at once</translation>
    </message>
    <message>
        <source>材料要求不一致</source>
        <translation>Papers asked for differed</translation>
    </message>
    <message>
        <source>服务态度不好</source>
        <translation>Unfriendly</translation>
    </message>
    <message>
        <source>设备不好用</source>
        <translation>Equipment did not work</translation>
    </message>
    <message>
        <source>其他原因</source>
        <translation>Other reason</translation>
    </message>
</context>
<context>
    <name>strip</name>
    <message>
        <source>已读卡</source>
        <translation>Card read</translation>
    </message>
    <message>
        <source>电子证照</source>
        <translation>E-licence</translation>
    </message>
    <message>
        <source>历史信息</source>
        <translation>Earlier case</translation>
    </message>
    <message>
        <source>手工录入</source>
        <translation>By hand</translation>
    </message>
</context>
<context>
    <name>supplements</name>
    <message>
        <source>全部</source>
        <translation>All</translation>
    </message>
    <message>
        <source>今日到期</source>
        <translation>Due today</translation>
    </message>
    <message>
        <source>已逾期</source>
        <translation>Overdue</translation>
    </message>
    <message>
        <source>待通知</source>
        <translation>Not told</translation>
    </message>
    <message>
        <source>已补齐待转</source>
        <translation>In, to pass on</translation>
    </message>
    <message>
        <source>容缺</source>
        <translation>Promised</translation>
    </message>
    <message>
        <source>补正</source>
        <translation>Correction</translation>
    </message>
    <message>
        <source>待转</source>
        <translation>To pass on</translation>
    </message>
    <message>
        <source>电话</source>
        <translation>By phone</translation>
    </message>
    <message>
        <source>当面</source>
        <translation>In person</translation>
    </message>
    <message>
        <source>延期</source>
        <translation>Extend</translation>
    </message>
    <message>
        <source>按现有材料办理</source>
        <translation>Go on without it</translation>
    </message>
    <message>
        <source>终止办理</source>
        <translation>End the case</translation>
    </message>
    <message>
        <source>今天</source>
        <translation>Today</translation>
    </message>
    <message>
        <source>逾期 {n} 天</source>
        <translation>{n} d late</translation>
    </message>
    <message>
        <source>不限期</source>
        <translation>No limit</translation>
    </message>
    <message>
        <source>到期</source>
        <translation>Due</translation>
    </message>
    <message>
        <source>件号</source>
        <translation>Case no.</translation>
    </message>
    <message>
        <source>申请人</source>
        <translation>Applicant</translation>
    </message>
    <message>
        <source>缺什么</source>
        <translation>What is owed</translation>
    </message>
    <message>
        <source>状态</source>
        <translation>State</translation>
    </message>
    <message>
        <source>通知</source>
        <translation>Told</translation>
    </message>
    <message>
        <source>部门</source>
        <translation>Department</translation>
    </message>
    <message>
        <source>补正和容缺</source>
        <translation>Corrections and promises</translation>
    </message>
    <message>
        <source>短信{state} {day}</source>
        <translation>Message: {state} {day}</translation>
    </message>
</context>
<context>
    <name>tickets</name>
    <message>
        <source>普通</source>
        <translation>Ordinary</translation>
    </message>
    <message>
        <source>65 岁以上</source>
        <translation>65 and over</translation>
    </message>
    <message>
        <source>行动不便</source>
        <translation>Limited mobility</translation>
    </message>
    <message>
        <source>孕妇</source>
        <translation>Pregnant</translation>
    </message>
    <message>
        <source>军人</source>
        <translation>Service member</translation>
    </message>
    <message>
        <source>社会民生</source>
        <translation>Social affairs</translation>
    </message>
    <message>
        <source>市场准入</source>
        <translation>Market access</translation>
    </message>
    <message>
        <source>人社服务</source>
        <translation>Social security</translation>
    </message>
    <message>
        <source>投资建设</source>
        <translation>Investment</translation>
    </message>
</context>
<context>
    <name>upkeep</name>
    <message>
        <source>口令：</source>
        <translation>Password: </translation>
    </message>
    <message>
        <source>恢复码：</source>
        <translation>Recovery code: </translation>
    </message>
    <message>
        <source>无</source>
        <translation>none</translation>
    </message>
    <message>
        <source>已销毁 {n} 份到期的个人信息记录。</source>
        <translation>Personal records destroyed when due: {n}.</translation>
    </message>
    <message>
        <source>{day} 的销毁证明：{file}</source>
        <translation>Proof of deletion of {day}: {file}</translation>
    </message>
    <message>
        <source>每天下班时自动备份到 {folder}。</source>
        <translation>A copy goes to {folder} at the end of each day.</translation>
    </message>
    <message>
        <source>这个文件夹里没有备份。</source>
        <translation>There is no copy in this folder.</translation>
    </message>
    <message>
        <source>备份完好：{copy}</source>
        <translation>The copy is whole: {copy}</translation>
    </message>
    <message>
        <source>备份完成并已核对：{copy}，次序到 {position}。</source>
        <translation>Copy made and checked: {copy}, up to position {position}.</translation>
    </message>
    <message>
        <source>{window} 号窗口  次序到 {position}  {n} 个附件  v{version}</source>
        <translation>window {window}  up to position {position}  attachments {n}  v{version}</translation>
    </message>
    <message>
        <source>{file}  {window} 号窗口  次序到 {position}  {n} 个附件  v{version}</source>
        <translation>{file}  window {window}  up to position {position}  attachments {n}  v{version}</translation>
    </message>
    <message>
        <source>已恢复 {window} 号窗口 {at} 的备份，次序到 {position}。</source>
        <translation>Restored the copy of window {window} of {at}, up to position {position}.</translation>
    </message>
    <message>
        <source>原有数据移到 {folder}，没有删除。</source>
        <translation>The former data lie in {folder}; nothing was deleted.</translation>
    </message>
    <message>
        <source>备份之后本机的 {n} 条记录已从大厅服务器取回。</source>
        <translation>This PC&apos;s records after the copy, fetched from the hall&apos;s server: {n}.</translation>
    </message>
    <message>
        <source>备份之后本机还写过 {n} 条记录，备份里没有。</source>
        <translation>Records written here after the copy and not in it: {n}.</translation>
    </message>
    <message>
        <source>备份之后写过多少条记录无从知道。</source>
        <translation>How many records were written after the copy cannot be known.</translation>
    </message>
    <message>
        <source>备份里最后的编号：{numbers}。</source>
        <translation>Last numbers in the copy: {numbers}.</translation>
    </message>
    <message>
        <source>此后发出的回执请按纸质件补录。</source>
        <translation>Enter receipts given out since then from paper.</translation>
    </message>
    <message>
        <source>今后使用新的编号段，不会与已发出的编号重复。</source>
        <translation>Numbers go on in a new range and repeat none given out.</translation>
    </message>
    <message>
        <source>密钥已取回，数据可以打开。</source>
        <translation>The key is back; the data open.</translation>
    </message>
    <message>
        <source>恢复纸请放回保险柜。</source>
        <translation>Put the recovery paper back into the safe.</translation>
    </message>
    <message>
        <source>还没有恢复纸：密钥一旦丢失，本机数据就打不开了。</source>
        <translation>No recovery paper yet: if the key is lost, nothing opens this PC&apos;s data.</translation>
    </message>
    <message>
        <source>请运行 zcdesk keys paper。</source>
        <translation>Run zcdesk keys paper.</translation>
    </message>
    <message>
        <source>恢复纸 {mark} 还打不开本机：请启动一次综窗台。</source>
        <translation>Recovery paper {mark} does not open this PC yet: start zcdesk once.</translation>
    </message>
    <message>
        <source>恢复纸 {mark}（{day} 制作）可以打开本机数据。</source>
        <translation>Recovery paper {mark} (made {day}) opens this PC&apos;s data.</translation>
    </message>
    <message>
        <source>已写出 {file}：打印两份后立即删除此文件，纸存保险柜。</source>
        <translation>{file} is written: print two, delete the file at once, keep the papers in a safe.</translation>
    </message>
    <message>
        <source>旧纸已作废。</source>
        <translation>The old paper is void.</translation>
    </message>
    <message>
        <source>数据已换用新密钥，{n} 份扫描件已重新加密；恢复纸不变。</source>
        <translation>The data have a new key; scans encrypted anew: {n}; the recovery paper stays as it is.</translation>
    </message>
    <message>
        <source>SM4-GCM 与 SM3</source>
        <translation>SM4-GCM and SM3</translation>
    </message>
    <message>
        <source>今后的个人信息、扫描件和密码都用 {algorithm} 加密；以前的仍可读。</source>
        <translation>Personal data, scans and passwords are encrypted with {algorithm} from now on; what was before stays readable.</translation>
    </message>
    <message>
        <source>已导出到 {folder}：办理记录 {acts} 条、个人信息 {persons} 份、扫描件 {pages} 页、文书 {papers} 张。</source>
        <translation>Exported to {folder}: acts {acts}, personal records {persons}, scanned pages {pages}, papers {papers}.</translation>
    </message>
    <message>
        <source>内容没有加密，请妥善保管；格式见其中的 README.md。</source>
        <translation>Nothing in it is encrypted: keep it safe; its README.md tells the format.</translation>
    </message>
    <message>
        <source>将删除 {window} 号窗口在本机的全部数据和密钥。</source>
        <translation>All data and keys of window {window} on this PC will be deleted.</translation>
    </message>
    <message>
        <source>请输入窗口号确认：</source>
        <translation>Type the window&apos;s number to confirm: </translation>
    </message>
    <message>
        <source>{window} 号窗口已从本机移除；程序用 apt remove zcdesk（或 Windows 的卸载）移除。</source>
        <translation>Window {window} is removed from this PC; remove the program with apt remove zcdesk (or uninstall it in Windows).</translation>
    </message>
    <message>
        <source>没有动：{what}</source>
        <translation>Left as it is: {what}</translation>
    </message>
    <message>
        <source>下次开机起跟随现有叫号系统：{feed}。</source>
        <translation>From the next start on the desk follows the existing caller: {feed}.</translation>
    </message>
    <message>
        <source>不再跟随现有叫号系统。</source>
        <translation>The existing caller is no longer followed.</translation>
    </message>
    <message>
        <source>已写到 {file}.pdf 和 .xlsx。</source>
        <translation>Written to {file}.pdf and .xlsx.</translation>
    </message>
    <message>
        <source>更新包从 {folder} 取。</source>
        <translation>Packages of updates are taken from {folder}.</translation>
    </message>
    <message>
        <source>今后只采用用公钥 {key}… 签名的更新。</source>
        <translation>From now on only updates signed with {key}… are taken.</translation>
    </message>
    <message>
        <source>全部工作站</source>
        <translation>all stations</translation>
    </message>
    <message>
        <source>今天</source>
        <translation>today</translation>
    </message>
    <message>
        <source>{version} 自 {day} 起在 {stations} 下班时更新。</source>
        <translation>{version}: from {day} on, at the end of the day, at {stations}.</translation>
    </message>
    <message>
        <source>{version} 不再推行，已更新的不变。</source>
        <translation>{version} is no longer rolled out; stations already updated stay so.</translation>
    </message>
    <message>
        <source>数据已可由结构第 {n} 版的程序打开，没有删去任何记录。</source>
        <translation>A program of schema {n} can open the data now; no record was deleted.</translation>
    </message>
    <message>
        <source>请以 root 运行 zcdesk update previous 装回上一版本。</source>
        <translation>Run zcdesk update previous as root to go back to the version before.</translation>
    </message>
    <message>
        <source>本机 {station}：{version}</source>
        <translation>This PC, {station}: {version}</translation>
    </message>
    <message>
        <source>认定的公钥：{key}</source>
        <translation>Trusted publisher&apos;s key: {key}</translation>
    </message>
    <message>
        <source>推行 {version}：{day} 起 {stations}</source>
        <translation>Rolling out {version}: from {day} on {stations}</translation>
    </message>
    <message>
        <source>推行 {version}：{day} 起 {stations}，其余 {later}</source>
        <translation>Rolling out {version}: from {day} on {stations}, the others {later}</translation>
    </message>
    <message>
        <source>其余 {later}</source>
        <translation>the others {later}</translation>
    </message>
    <message>
        <source>待定</source>
        <translation>not settled</translation>
    </message>
    <message>
        <source>全部</source>
        <translation>all</translation>
    </message>
    <message>
        <source>未知</source>
        <translation>unknown</translation>
    </message>
    <message>
        <source>{station}：{version}</source>
        <translation>{station}: {version}</translation>
    </message>
    <message>
        <source>{station}：{version}，{refused} 没有装上（{code}）</source>
        <translation>{station}: {version}, {refused} was not installed ({code})</translation>
    </message>
    <message>
        <source>{version} 没有装上（{code}）</source>
        <translation>{version} was not installed ({code})</translation>
    </message>
    <message>
        <source>已请求安装 {version}。</source>
        <translation>Asked for {version} to be installed.</translation>
    </message>
    <message>
        <source>没有要装的更新。</source>
        <translation>There is no update to install.</translation>
    </message>
    <message>
        <source>{version} 没有装上（{code}），原来的版本照常。</source>
        <translation>{version} was not installed ({code}); the version before goes on.</translation>
    </message>
    <message>
        <source>已装 {version}。</source>
        <translation>{version} is installed.</translation>
    </message>
    <message>
        <source>已装回 {version}。</source>
        <translation>Back to {version}.</translation>
    </message>
    <message>
        <source>已留存 {version} 的安装包，可供回退。</source>
        <translation>The package of {version} is kept to go back to.</translation>
    </message>
    <message>
        <source>本机只安装用公钥 {key}… 签名的更新。</source>
        <translation>This PC installs only updates signed with {key}….</translation>
    </message>
</context>
<context>
    <name>watch</name>
    <message>
        <source>叫号器</source>
        <translation>Caller</translation>
    </message>
    <message>
        <source>打印机</source>
        <translation>Printer</translation>
    </message>
    <message>
        <source>读卡器</source>
        <translation>Card reader</translation>
    </message>
    <message>
        <source>扫码枪</source>
        <translation>Scanner</translation>
    </message>
    <message>
        <source>高拍仪</source>
        <translation>Document camera</translation>
    </message>
    <message>
        <source>缺纸</source>
        <translation>Out of paper</translation>
    </message>
    <message>
        <source>纸将尽</source>
        <translation>Paper low</translation>
    </message>
    <message>
        <source>盖未合上</source>
        <translation>Cover open</translation>
    </message>
    <message>
        <source>没有回应</source>
        <translation>No answer</translation>
    </message>
    <message>
        <source>正常</source>
        <translation>OK</translation>
    </message>
    <message>
        <source>请留意</source>
        <translation>Warning</translation>
    </message>
    <message>
        <source>断开</source>
        <translation>Unplugged</translation>
    </message>
    <message>
        <source>未配置</source>
        <translation>Not set</translation>
    </message>
    <message>
        <source>未知</source>
        <translation>Unknown</translation>
    </message>
    <message>
        <source>语音</source>
        <translation>Voice</translation>
    </message>
    <message>
        <source>窗口屏</source>
        <translation>Window screen</translation>
    </message>
    <message>
        <source>大厅屏</source>
        <translation>Hall screen</translation>
    </message>
    <message>
        <source>备用打印机</source>
        <translation>Second printer</translation>
    </message>
    <message>
        <source>呼叫器</source>
        <translation>Call pads</translation>
    </message>
    <message>
        <source>评价器</source>
        <translation>Rating pad</translation>
    </message>
    <message>
        <source>端口被占用</source>
        <translation>port in use</translation>
    </message>
    <message>
        <source>没有找到</source>
        <translation>not found</translation>
    </message>
    <message>
        <source>无权使用端口</source>
        <translation>no right to the port</translation>
    </message>
    <message>
        <source>未授权</source>
        <translation>not authorised</translation>
    </message>
    <message>
        <source>打印服务没有运行</source>
        <translation>no printing service</translation>
    </message>
    <message>
        <source>队列已暂停</source>
        <translation>queue paused</translation>
    </message>
    <message>
        <source>卡纸</source>
        <translation>paper jam</translation>
    </message>
    <message>
        <source>地址不认识</source>
        <translation>unknown address</translation>
    </message>
    <message>
        <source>{device}{state}</source>
        <translation>{device}: {state}</translation>
    </message>
    <message>
        <source>端口重复</source>
        <translation>port used twice</translation>
    </message>
</context>
</TS>
